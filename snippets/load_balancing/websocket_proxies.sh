# WebSocket through a proxy: it has to pass the upgrade, and to bear silence.
#
# Source: nginx manual, "WebSocket proxying",
# https://nginx.org/en/docs/http/websocket.html; HAProxy manual, "timeout
# tunnel", https://docs.haproxy.org/2.6/configuration.html
# On: websockets

# A client that opens, is silent, and gives up after 4 s: who ends it?
printf '%s\n' 'Connection: Upgrade' 'Upgrade: websocket' \
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' 'Sec-WebSocket-Version: 13' \
  > request
echo 'curl -s -m 4 -H @request -o body -w "%{http_code}, " $1; \
  if [ $? = 28 ]; then echo still open; else echo ended by the proxy; fi' > open

# nginx: nothing set; upgrade, 1 s of silence allowed; upgrade, 1 h
bash open http://127.0.0.1:8080/plain
bash open http://127.0.0.1:8080/
bash open http://127.0.0.1:8080/chat

# HAProxy: nothing to set for the upgrade; 1 s as for requests; 1 h for tunnels
bash open http://127.0.0.1:8081/
bash open http://127.0.0.1:8082/
