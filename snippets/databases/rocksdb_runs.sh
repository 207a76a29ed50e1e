# RocksDB: what the runs of a real LSM tree hold, before and after compaction.
#
# On: rocksdb
#
# Source: RocksDB wiki, "Administration and Data Access Tool",
# https://github.com/facebook/rocksdb/wiki/Administration-and-Data-Access-Tool

# The tool opens the database for each write, and so begins a new run each time
ldb --db=shop --auto_compaction=false put --create_if_missing user:17 ada
ldb --db=shop --auto_compaction=false put user:42 bob
ldb --db=shop --auto_compaction=false put user:17 grace
ldb --db=shop --auto_compaction=false delete user:42
ldb --db=shop --auto_compaction=false put user:99 cyd
ldb --db=shop scan

# The runs, oldest first; type 1 is a value, type 0 a tombstone
echo 'for file in shop/*.sst; do echo run $((++n)); \
  sst_dump --file=$file --command=scan | grep -a seq; done' > runs
bash runs

# After compaction of all
ldb --db=shop compact
bash runs
