# Least connections: a server that fails at once looks idle, and gets it all.
#
# Source: HAProxy manual, section 4.2, "balance", `leastconn`,
# https://docs.haproxy.org/2.6/configuration.html#4.2-balance

# A and B need four seconds for a request; C is broken and answers 500 at once.
# Two requests, for A and for B; while these work on them, 31 more
(for i in 1 2; do curl -s -o /dev/null -w '%{http_code}\n' \
  http://127.0.0.1:8080/ & done; sleep 1; \
  curl -s -o /dev/null -w '%{http_code}\n' 'http://127.0.0.1:8080/[1-31]'; \
  wait) | sort | uniq -c
