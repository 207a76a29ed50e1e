# Timeouts: each try has its own, and none is a deadline of the request.
#
# Source: nginx manual, "Module ngx_http_proxy_module", `proxy_read_timeout`,
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout

# Status and whole seconds of a request
echo 'curl -s -o /dev/null -w "%{http_code} %{time_total}\n" $* | \
  sed "s/[.].*/ s/"' > ask

# Three servers that accept and say nothing; nginx waits for 1 s
bash ask http://127.0.0.1:8080/
bash ask http://127.0.0.1:8080/once
bash ask -d seat=12 http://127.0.0.1:8080/
until grep POST asked.log > post; do sleep 0.1; done; cat asked.log

# 3,000 bytes at 1,000 per second, where nginx waits for 2 s
head -c 3000 /dev/zero > drip
bash ask http://127.0.0.1:8080/drip
