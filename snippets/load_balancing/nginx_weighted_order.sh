# Weighted round robin: nginx spreads the turns of a server over the cycle.
#
# Source: nginx source, `ngx_http_upstream_get_peer`,
# https://github.com/nginx/nginx/blob/release-1.22.1/src/http/ngx_http_upstream_round_robin.c

# Weights 5, 1 and 1: three cycles of seven requests
for i in {1..3}; do curl -s 'http://127.0.0.1:8080/[1-7]'; echo; done

# Weights 3 and 2: three cycles of five
for i in {1..3}; do curl -s 'http://127.0.0.1:8090/[1-5]'; echo; done
