# Retry: nginx asks the next server for a GET, never again for a POST.
#
# Source: nginx manual, "Module ngx_http_proxy_module", `proxy_next_upstream`,
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html

# One of two servers closes each connection without an answer
for i in {1..40}; do \
  curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/; \
  done | sort | uniq -c
for i in {1..40}; do \
  curl -s -o /dev/null -w '%{http_code}\n' -d seat=12 http://127.0.0.1:8080/; \
  done | sort | uniq -c
