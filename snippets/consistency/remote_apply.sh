# Synchronous commit: what is on the standby's disk need not be shown there.
#
# On: postgresql-pair
# Source: PostgreSQL 15 manual, section 20.5.1, `synchronous_commit`,
# https://www.postgresql.org/docs/15/runtime-config-wal.html

# The primary at 5432 waits for its standby at 5433, which does not replay
psql -qc "CREATE TABLE seats (seat text, guest text)" \
  postgresql://postgres@127.0.0.1:5432
psql -qc "ALTER SYSTEM SET synchronous_standby_names = '*'" \
  postgresql://postgres@127.0.0.1:5432
psql -Atc "SELECT pg_reload_conf()" postgresql://postgres@127.0.0.1:5432
until psql -Atc "SELECT sync_state FROM pg_stat_replication" \
  postgresql://postgres@127.0.0.1:5432 | grep -x sync; do sleep 0.1; done
until psql -Atc "SELECT count(*) FROM seats" \
  postgresql://postgres@127.0.0.1:5433 2>/dev/null | grep .; do sleep 0.1; done
psql -Atc "SELECT pg_wal_replay_pause()" postgresql://postgres@127.0.0.1:5433

# By default a commit waits for the standby's disk: done, and not to be seen
psql -c "INSERT INTO seats VALUES ('12A', 'ada')" \
  postgresql://postgres@127.0.0.1:5432
psql -Atc "SELECT count(*) FROM seats" postgresql://postgres@127.0.0.1:5433

# With remote_apply it waits until the standby shows it: here, for ever
PGOPTIONS='-c synchronous_commit=remote_apply' timeout 2 \
  psql -c "INSERT INTO seats VALUES ('12B', 'bob')" \
  postgresql://postgres@127.0.0.1:5432 || echo "gave up after 2 s"

# Nobody sees bob's row yet, nor is it undone: the standby goes on
psql -Atc "SELECT seat, guest FROM seats ORDER BY seat" \
  postgresql://postgres@127.0.0.1:5432
psql -Atc "SELECT pg_wal_replay_resume()" postgresql://postgres@127.0.0.1:5433
until psql -Atc "SELECT count(*) FROM seats" \
  postgresql://postgres@127.0.0.1:5433 | grep 2; do sleep 0.1; done
