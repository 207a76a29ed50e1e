# Least connections: HAProxy, too, gives ties in turn.
#
# Source: HAProxy manual, "balance", `leastconn`,
# https://docs.haproxy.org/2.6/configuration.html

# Each request ends before the next, so that all three are always even
curl -s -w '\n' 'http://127.0.0.1:8080/[1-300]' | sort | uniq -c
