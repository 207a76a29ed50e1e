# Quorum commit: confirmed by two of three, and what is read meanwhile.
#
# On: postgresql-pair
# Source: PostgreSQL manual, "Multiple Synchronous Standbys",
# https://www.postgresql.org/docs/15/warm-standby.html; `synchronous_commit`,
# https://www.postgresql.org/docs/15/runtime-config-wal.html

# The primary is at 5432, a standby at 5433; another one, rome, is away
psql -qc 'CREATE TABLE seats (seat text, guest text)' \
  postgresql://postgres@127.0.0.1:5432
psql -qc "ALTER SYSTEM SET synchronous_standby_names = \
  'ANY 2 (walreceiver, rome)'" \
  -c 'SELECT pg_reload_conf(), pg_sleep(1)' -o /dev/null \
  postgresql://postgres@127.0.0.1:5432
until psql -Atc 'SELECT application_name, sync_state FROM pg_stat_replication' \
  postgresql://postgres@127.0.0.1:5432 | grep quorum; do sleep 0.1; done

# All three: ada's write waits for rome, and bob already sees it elsewhere
psql -c "INSERT INTO seats VALUES ('12A', 'ada')" \
  postgresql://postgres@127.0.0.1:5432 >ada.txt 2>&1 &
until psql -Atc 'TABLE seats' postgresql://postgres@127.0.0.1:5433 | \
  grep ada; do sleep 0.1; done

# After bob cyd reads, at the primary: no seat is taken
psql -Atc 'SELECT count(*) FROM seats' postgresql://postgres@127.0.0.1:5432
cat ada.txt

# Two of three: the primary and any one of the others
psql -qc "ALTER SYSTEM SET synchronous_standby_names = \
  'ANY 1 (walreceiver, rome)'" -c 'SELECT pg_reload_conf()' -o /dev/null \
  postgresql://postgres@127.0.0.1:5432
psql -c "INSERT INTO seats VALUES ('12B', 'bob')" \
  postgresql://postgres@127.0.0.1:5432
until grep INSERT ada.txt; do sleep 0.1; done
psql -Atc 'SELECT count(*) FROM seats' postgresql://postgres@127.0.0.1:5432

# Confirmed means: on its disk. A standby need not show it yet
until psql -Atc 'TABLE seats' postgresql://postgres@127.0.0.1:5433 | \
  grep bob; do sleep 0.1; done
psql -Atc 'SELECT pg_wal_replay_pause()' postgresql://postgres@127.0.0.1:5433
psql -c "INSERT INTO seats VALUES ('12C', 'cyd')" \
  postgresql://postgres@127.0.0.1:5432
psql -Atc 'SELECT count(*) FROM seats' postgresql://postgres@127.0.0.1:5433
