# A first configuration: it starts, and fails in six ways that nobody sees yet.
#
# Source: nginx manual, "Module ngx_http_proxy_module",
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html
# On: websockets

# 300 requests; one of two servers answers each with 500, at once
curl -s -o log -w '%{http_code}\n' 'http://127.0.0.1:8080/seats?[1-300]' | \
  sort | uniq -c

# What the application is told of a client at 127.0.9.9 that lies
curl -s --interface 127.0.9.9 -H 'X-Forwarded-For: 6.6.6.6' \
  http://127.0.0.1:8080/

# Connections to the servers for 50 requests
curl -s 'http://127.0.0.1:8080/connection?[1-50]' | sort -u | wc -l

# A style sheet, a WebSocket, and HTTPS
mkdir -p files; echo 'body { color: navy }' > files/site.css
curl -s -o log -w '%{content_type}\n' http://127.0.0.1:8080/static/site.css
printf '%s\n' 'Connection: Upgrade' 'Upgrade: websocket' \
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' 'Sec-WebSocket-Version: 13' \
  > request
curl -s -o log -w '%{http_code}\n' -H @request http://127.0.0.1:8080/chat
curl -sk https://127.0.0.1:8080/ -o log -w 'curl ends with %{exitcode}\n'
