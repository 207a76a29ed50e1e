# IP hash: a client keeps its server, and so does its whole network.
#
# Source: nginx manual, "Module ngx_http_upstream_module", `ip_hash`,
# https://nginx.org/en/docs/http/ngx_http_upstream_module.html

# Fifty clients in each of five networks /24
for net in {1..5}; do for host in {1..50}; do \
  curl -s --interface 127.0.$net.$host http://127.0.0.1:8080/ | \
    sed "s/^/127.0.$net.0: /"; \
  done; done | sort | uniq -c

# Least connections instead: ties take turns, as short requests show
for i in {1..300}; do curl -s http://127.0.0.1:8090/; done | sort | uniq -c
