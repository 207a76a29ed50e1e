# WebSocket handshake: an HTTP request turns its connection into another's.
#
# Source: RFC 6455, section 4, "Opening Handshake",
# https://www.rfc-editor.org/rfc/rfc6455#section-4
# On: websockets

# What a client asks, with the key of the RFC's example
printf '%s\n' 'Connection: Upgrade' 'Upgrade: websocket' \
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' > request

# The server proves that it read the key; curl then waits for a second
curl -si -m 1 -H @request -H 'Sec-WebSocket-Version: 13' \
  http://127.0.0.1:8765/ | grep -E '^(HTTP|Upgrade|Connection|Sec)'
printf dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11 | \
  openssl sha1 -binary | base64

# Without a version it is refused
curl -s -w '%{http_code}\n' -H @request http://127.0.0.1:8765/

# Through nginx, which forwards neither Upgrade nor Connection by itself
curl -s -H @request -H 'Sec-WebSocket-Version: 13' -o /dev/null \
  -w '%{http_code}\n' http://127.0.0.1:8080/

# Where both headers are set
curl -si -m 1 -H @request -H 'Sec-WebSocket-Version: 13' \
  http://127.0.0.1:8080/chat | grep -E '^(HTTP|Upgrade|Connection|Sec)'
