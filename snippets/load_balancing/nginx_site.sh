# Reverse proxy: a complete file for nginx, of which each part is asked once.
#
# Source: nginx manual, "Modules reference", https://nginx.org/en/docs/
# On: websockets

# A certificate and a style sheet
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=shop -days 90 \
  -addext subjectAltName=DNS:shop.example -keyout shop.key \
  -out shop.pem 2> log
mkdir -p static; echo 'body { color: navy }' > static/site.css
echo 'curl -sS --cacert shop.pem --interface 127.0.9.9 \
  --connect-to ::$1 $2 2>&1 "${@:3}"' > get

# Without TLS it sends elsewhere; with it HTTP/2; a wrong name has no handshake
bash get 127.0.0.1:8080 http://shop.example/seats?row=3 -o log \
  -w '%{http_code} %{redirect_url}'
bash get 127.0.0.1:8443 https://shop.example/seats?row=3 -w '%{http_version}'
bash get 127.0.0.1:8443 https://other.example/ | grep -o 'unrecognized.*'

# Ten logins at once; one server is ill, and no GET notices
bash get 127.0.0.1:8443 'https://shop.example/login?[1-10]' -o log -w '%{http_code}\n' | \
  sort | uniq -c
touch ill
bash get 127.0.0.1:8443 'https://shop.example/?[1-100]' -o log -w '%{http_code}\n' | \
  sort | uniq -c
until grep -q '?100 ' access.log; do sleep 0.1; done
grep 'GET /?' access.log | sed 's/.*: //' | sort | uniq -c

# A file, and a WebSocket, which is still open after 2 s
bash get 127.0.0.1:8443 https://shop.example/static/site.css -i | \
  grep -iE '^(content-type|cache|strict)'
bash get 127.0.0.1:8443 https://shop.example/chat --http1.1 -m 2 -i -H \
  Connection:Upgrade -H Upgrade:websocket -H Sec-WebSocket-Version:13 -H \
  Sec-WebSocket-Key:dGhlIHNhbXBsZSBub25jZQ== | grep -aoE '^HTTP.*|timed out'
