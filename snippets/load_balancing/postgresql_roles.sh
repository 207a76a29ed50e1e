# Roles: a balancer of connections sends writes to a standby, unless its
# check asks for the role. It does not prevent two primaries.
#
# On: postgresql-pair
# Source: HAProxy manual, "tcp-check expect", "option pgsql-check",
# https://docs.haproxy.org/2.6/configuration.html; PostgreSQL manual,
# "Preset options", `in_hot_standby`

# The primary is at 5432, its standby at 5433
psql -qc 'CREATE TABLE bookings (guest text)' postgresql://postgres@127.0.0.1:5432
until psql -qc 'TABLE bookings' postgresql://postgres@127.0.0.1:5433 \
  >/dev/null 2>&1; do sleep 0.1; done

# HAProxy takes all for up until their checks have failed twice
until curl -s 'http://127.0.0.1:8404/;csv' | \
  grep -cE '^(writer,standby|readers,primary),.*DOWN' | \
  grep -q 2; do sleep 0.1; done
curl -s 'http://127.0.0.1:8404/;csv' | grep -E 'primary|standby' | \
  cut -d, -f1,2,18

# Four inserts by the drawing, four by the writer's port, and one read
for n in 1 2 3 4; do psql -c "INSERT INTO bookings VALUES ('ada $n')" \
  postgresql://postgres@127.0.0.1:5000; done
for n in 1 2 3 4; do psql -c "INSERT INTO bookings VALUES ('bob $n')" \
  postgresql://postgres@127.0.0.1:5001; done
psql -Atc 'SELECT pg_is_in_recovery()' postgresql://postgres@127.0.0.1:5002

# Somebody takes the primary for dead, and promotes the standby
psql -Atc 'SELECT pg_promote()' postgresql://postgres@127.0.0.1:5433
until curl -s 'http://127.0.0.1:8404/;csv' | grep ^writer,standby, | \
  grep -q UP; do sleep 0.1; done
for n in 1 2 3 4; do psql -c "INSERT INTO bookings VALUES ('eve $n')" \
  postgresql://postgres@127.0.0.1:5001; done

# What each of the two has
psql -Atc "SELECT string_agg(guest, ', ') FROM bookings" \
  postgresql://postgres@127.0.0.1:5432
psql -Atc "SELECT string_agg(guest, ', ') FROM bookings" \
  postgresql://postgres@127.0.0.1:5433
