# Draining: new clients go elsewhere, those who are bound to a server may stay.
#
# Source: HAProxy manual, "http-check disable-on-404",
# https://docs.haproxy.org/2.6/configuration.html

# Until both servers have been checked
until curl -s 'http://127.0.0.1:8404/;csv' | grep ^site,[ab], | \
  grep -c L7OK | grep -q 2; do sleep 0.1; done

# Twenty clients without a cookie
curl -s -w '\n' 'http://127.0.0.1:8080/[1-20]' | sort | uniq -c

# B answers its readiness probe with 404 from now on
curl -s -w '\n' http://127.0.0.1:8082/leave
until curl -s 'http://127.0.0.1:8404/;csv' | grep ^site,[ab], >checks; \
  grep -q NOLB checks && ! grep -qF '*' checks; do sleep 0.1; done
cut -d, -f2,18,37,38 checks

# Twenty new clients, and twenty requests of one who was at B before
curl -s -w '\n' 'http://127.0.0.1:8080/[1-20]' | sort | uniq -c
curl -s -w '\n' -b server=b 'http://127.0.0.1:8080/[1-20]' | sort | uniq -c
