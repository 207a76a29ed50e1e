# Least connections: a server that fails at once looks idle, and gets it all.
#
# Source: HAProxy manual, section 4.2, "balance", `leastconn`,
# https://docs.haproxy.org/2.6/configuration.html#4.2-balance

# A and B work for a second on a request, C is broken and answers 500 at once.
# Three requests, one for each; while A and B work on theirs, thirty more
(for i in 1 2 3; do curl -s -o /dev/null -w '%{http_code}\n' \
  http://127.0.0.1:8080/ & sleep 0.1; done; \
  curl -s -o /dev/null -w '%{http_code}\n' 'http://127.0.0.1:8080/[1-30]'; \
  wait) | sort | uniq -c
