# Fail closed: when all servers have failed, nginx asks none of them.
#
# Source: nginx manual, "Module ngx_http_upstream_module", `max_fails`,
# https://nginx.org/en/docs/http/ngx_http_upstream_module.html

# Both servers close each connection without an answer: whom does it ask?
for i in {1..10}; do \
  curl -s -o /dev/null -w '%{http_code} %header{x-asked}\n' \
    http://127.0.0.1:8080/; \
  done | uniq -c

# One server alone is asked for ever
for i in {1..10}; do \
  curl -s -o /dev/null -w '%{http_code} %header{x-asked}\n' \
    http://127.0.0.1:8080/single; \
  done | uniq -c
