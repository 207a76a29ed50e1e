# Health check: without a host name it asks something that nobody serves.
#
# Source: HAProxy manual, "option httpchk", "http-check send",
# https://docs.haproxy.org/2.6/configuration.html

# Until both checks have come to a result
until curl -s 'http://127.0.0.1:8404/;csv' | tr '\n' ' ' | \
  grep -q 'DOWN.*L7OK'; do sleep 0.1; done

# One server, checked in two ways
curl -s 'http://127.0.0.1:8404/;csv' | grep ,app, | cut -d, -f1,2,18,37,38

# What clients get from it
curl -s -H 'Host: app.example.com' http://127.0.0.1:8081/
curl -s -H 'Host: app.example.com' http://127.0.0.1:8090/
curl -s -H 'Host: app.example.com' http://127.0.0.1:8080/ \
  -o /dev/null -w '%{http_code}\n'
