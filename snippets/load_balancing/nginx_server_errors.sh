# Passive health check: nginx ejects who does not answer, not who answers 500.
#
# Source: nginx manual, "Module ngx_http_upstream_module", `max_fails`,
# https://nginx.org/en/docs/http/ngx_http_upstream_module.html

# Every second request meets the broken server, to the end
for i in {1..300}; do \
  curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/; \
  done | sort | uniq -c

# Where 500 counts as a failure, another is asked, and after three it is left
for i in {1..300}; do \
  curl -s -o /dev/null -w '%{http_code} %header{x-asked}\n' \
    http://127.0.0.1:8090/; \
  done | sort | uniq -c
