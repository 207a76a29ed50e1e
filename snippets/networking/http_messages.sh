# HTTP messages: a request and its response as text, and one that is refused.
#
# Source: RFC 9112, section 2.1, "Message Format", and section 11.2, "Request
# Smuggling", https://www.rfc-editor.org/rfc/rfc9112#section-2.1

# A file of 40 bytes, last changed at a time that we know
yes 'tea 3.20' | head -c 40 > menu.txt
touch -d @1700000000 menu.txt

# The request (>) and the response (<) as they are sent, but for Date
curl -sv -A curl http://127.0.0.1:8080/menu.txt 2>&1 | \
  tr -d '\r' | grep -vE '^[*{}]|Date' | sed 's/ $//'

# HEAD: the same fields, and no body
curl -sI http://127.0.0.1:8080/menu.txt | grep -E 'HTTP|Length|ETag'

# Two fields that say where the body ends
printf '%s\r\n' 'POST / HTTP/1.1' 'Host: shop.example' \
  'Content-Length: 5' 'Transfer-Encoding: chunked' '' 0 '' > ambiguous
curl -s telnet://127.0.0.1:8080 < ambiguous | head -1
