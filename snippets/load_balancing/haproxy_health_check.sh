# Health check: without a host name it asks something that nobody serves.
#
# Source: HAProxy manual, "option httpchk", "http-check send",
# https://docs.haproxy.org/2.6/configuration.html

# Until both checks have come to a result
until curl -s 'http://127.0.0.1:8404/;csv' | grep ,app, >checks; \
  tr '\n' ' ' <checks | grep -q 'DOWN.*L7OK' && ! grep -qF '*' checks; \
  do sleep 0.1; done

# One server, checked in two ways
cut -d, -f1,2,18,37,38 checks

# What clients get from it
curl -s -H 'Host: app.example.com' http://127.0.0.1:8081/
curl -s -H 'Host: app.example.com' http://127.0.0.1:8090/
curl -s -H 'Host: app.example.com' http://127.0.0.1:8080/ \
  -o /dev/null -w '%{http_code}\n'
