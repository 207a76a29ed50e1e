# HTTP methods: PUT twice, a method that is refused, and a POST that moves.
#
# Source: RFC 9110, section 9.3, "Method Definitions", and section 15.4,
# "Redirection 3xx", https://www.rfc-editor.org/rfc/rfc9110#section-15.4

# PUT, PUT again, DELETE, DELETE again
echo 'curl -s -o /dev/null -w "%{http_code}\n" "$@"' > status
bash status -X PUT -d milk http://127.0.0.1:8080/notes/1
bash status -X PUT -d milk http://127.0.0.1:8080/notes/1
bash status -X DELETE http://127.0.0.1:8080/notes/1
bash status -X DELETE http://127.0.0.1:8080/notes/1

# TRACE, and POST to a file: refused, and the field Allow is missing
echo tea > menu.txt
bash status -X TRACE http://127.0.0.1:8080/menu.txt
curl -si -d coffee http://127.0.0.1:8080/menu.txt | grep -E '^HTTP|^Allow'

# Expect: 100-continue asks before the body is sent; 10 bytes, then 10,000
yes coffee | head -c 10 > small
yes coffee | head -c 10000 > large
echo 'curl -si -T $1 -H "Expect: 100-continue" -w "sent: %{size_upload}\n" \
  http://127.0.0.1:8080/notes/2 | grep -aE "^HTTP|^sent"' > expect
bash expect small
bash expect large

# curl -L posts an order, and is redirected by each code
for code in 301 302 303 307 308; do echo "$code: \
  $(curl -sL -d seat=12 http://127.0.0.1:8080/$code)"; done

# The same with -X POST, which is said for every request that follows
for code in 301 303; do echo "$code: \
  $(curl -sL -X POST -d seat=12 http://127.0.0.1:8080/$code)"; done
