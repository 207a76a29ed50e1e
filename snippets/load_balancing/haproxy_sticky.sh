# A sticky cookie: what is bound to a server, and to whom it goes when that ends.
#
# Source: HAProxy manual, section 4.2, "cookie" and "option redispatch",
# https://docs.haproxy.org/2.6/configuration.html#4.2-cookie

# Until both servers have been checked
until curl -s 'http://127.0.0.1:8404/;csv' | grep ^site,[ab], | \
  grep -c L7OK | grep -q 2; do sleep 0.1; done

# A browser whose cookie says B: no new cookie, and B is told nothing of it
curl -si -b SRV=b http://127.0.0.1:8080/ | grep -iE '^(set-|cache-)|server'; echo

# B fails its probe: the same browser is sent to A, and bound to A
curl -s -o log http://127.0.0.1:8082/break
until curl -s 'http://127.0.0.1:8404/;csv' | grep ^site,b, | \
  grep -q DOWN; do sleep 0.1; done
curl -si -b SRV=b http://127.0.0.1:8080/ | grep -iE '^(set-|cache-)|server'; echo

# B is well again: who holds the new cookie stays at A, who kept the old is at B
curl -s -o log http://127.0.0.1:8082/mend
until curl -s 'http://127.0.0.1:8404/;csv' | grep ^site,b, | \
  grep -q ,UP,; do sleep 0.1; done
curl -s -w '\n' -b SRV=a 'http://127.0.0.1:8080/[1-10]' | sort | uniq -c
curl -s -w '\n' -b SRV=b 'http://127.0.0.1:8080/[1-10]' | sort | uniq -c

# Dead, and nobody has noticed yet: without redispatch, and with it
curl -s -o log -w '%{http_code}\n' -b SRV=gone http://127.0.0.1:8090/
curl -s -w ' %{http_code}\n' -b SRV=gone http://127.0.0.1:8091/
