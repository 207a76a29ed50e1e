# Retries: three layers that try three times each ask the last one 27 times.
#
# Source: nginx manual, "Module ngx_http_proxy_module", `proxy_next_upstream`,
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html

# A program that counts who was asked since it last ran
echo 'sort calls | uniq -c; : > calls' > count

# The last one is overloaded, and each of three proxies tries three times
curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8081/
bash count

# The same, with tries in one layer only, the one above the last
curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8081/once
bash count
