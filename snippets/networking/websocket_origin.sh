# Origin: a handshake from any page bears the user's cookies; a server must ask.
#
# Source: RFC 6455, section 10.2 "Origin Considerations",
# https://www.rfc-editor.org/rfc/rfc6455#section-10.2
# On: websockets

# A browser's request from a page of evil.example, with a SameSite=None cookie
printf '%s\n' 'Connection: Upgrade' 'Upgrade: websocket' \
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' 'Sec-WebSocket-Version: 13' \
  'Cookie: session=ada' 'Origin: https://evil.example' > request

# A server that does not look at the origin
curl -s -m 1 -H @request -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8765/

# nginx, which is told to look at it
curl -s -m 1 -H @request -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/

# The same from the shop's own page
sed -i s/evil/shop/ request
curl -s -m 1 -H @request -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/
