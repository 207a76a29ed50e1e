# Read your writes: a standby lags, and a position in the log says how far.
#
# On: postgresql-pair
# Source: PostgreSQL 15 manual, sections 9.27.3, "Backup Control Functions",
# and 9.27.4, "Recovery Control Functions",
# https://www.postgresql.org/docs/15/functions-admin.html

# The primary is at 5432, its standby at 5433; the standby stops replaying
psql -qc "CREATE TABLE profiles (name text, city text)" \
  postgresql://postgres@127.0.0.1:5432
psql -qc "INSERT INTO profiles VALUES ('ada', 'Oslo')" \
  postgresql://postgres@127.0.0.1:5432
until psql -Atc "SELECT city FROM profiles" \
  postgresql://postgres@127.0.0.1:5433 2>/dev/null | grep .; do sleep 0.1; done
psql -Atc "SELECT pg_wal_replay_pause()" postgresql://postgres@127.0.0.1:5433

# Ada moves; her token is the position of the log after the commit
psql -qc "UPDATE profiles SET city = 'Rome'" \
  postgresql://postgres@127.0.0.1:5432
psql -Atc "SELECT pg_current_wal_lsn()" \
  postgresql://postgres@127.0.0.1:5432 >token

# She reads at the standby: an old city; and the standby can tell that it is
psql -Atc "SELECT city FROM profiles" postgresql://postgres@127.0.0.1:5433
psql -Atc "SELECT pg_last_wal_replay_lsn() >= '$(cat token)'" \
  postgresql://postgres@127.0.0.1:5433

# It goes on; a read that waits for the token sees the move
psql -Atc "SELECT pg_wal_replay_resume()" postgresql://postgres@127.0.0.1:5433
until psql -Atc "SELECT pg_last_wal_replay_lsn() >= '$(cat token)'" \
  postgresql://postgres@127.0.0.1:5433 | grep t; do sleep 0.1; done
psql -Atc "SELECT city FROM profiles" postgresql://postgres@127.0.0.1:5433
