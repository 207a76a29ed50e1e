# Rate limit: burst lets a queue form, nodelay lets it through at once.
#
# Source: nginx manual, "Module ngx_http_limit_req_module", `limit_req`,
# https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req

# Files of that name, and ten requests at once: status and rounded seconds
touch none burst nodelay said
echo 'curl -s -Z --interface $2 -w "%{http_code} %{time_total}\n" \
  -o /dev/null $1?[1-10] 2> /dev/null | \
  xargs -n 2 printf "%s after %.0f s\n" | sort | uniq -c' > ten

# One request per second and client, from a client for each of the three
bash ten http://127.0.0.1:8080/none 127.0.1.1
bash ten http://127.0.0.1:8080/burst 127.0.1.2
bash ten http://127.0.0.1:8080/nodelay 127.0.1.3

# Counted by what the client says about itself: ten names, ten clients
for name in {1..10}; do \
  curl -s -o /dev/null -w '%{http_code}\n' -H "X-Forwarded-For: $name" \
    http://127.0.0.1:8080/said; done | sort | uniq -c
