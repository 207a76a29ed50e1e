# Event stream behind a proxy: a buffer that waits to be full delays each event.
#
# Source: nginx manual, "Module ngx_http_proxy_module", `proxy_buffering`,
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering

# Fifty events, sent at 300 bytes per second by what stands for a live server
seq 50 | sed 's/.*/id: &\ndata: goal\n/' > events.log
curl -sN -m 2 http://127.0.0.1:8081/events.log | head -3

# Through a proxy that buffers, as by default: nothing within two seconds
curl -sN -m 2 http://127.0.0.1:8080/events.log | head -3

# With proxy_buffering off
curl -sN -m 2 http://127.0.0.1:8080/off/events.log | head -3

# The default again, but the response says X-Accel-Buffering: no
curl -sN -m 2 http://127.0.0.1:8080/asked/events.log | head -3
