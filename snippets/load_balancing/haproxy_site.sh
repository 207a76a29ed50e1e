# HAProxy: a complete file, with checks that no client has to pay for.
#
# Source: HAProxy manual, sections 4.2 and 5.2,
# https://docs.haproxy.org/2.6/configuration.html

# A certificate, and who is up by the statistics
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=shop -days 90 \
  -addext subjectAltName=DNS:shop.example -keyout key -out shop.pem 2> log
cat shop.pem key > shop.both
echo 'curl -s "http://$1/;csv" | grep ^servers,[abc], | cut -d, -f 2,18 | \
  xargs' > state
echo 'until bash state $1 | grep -q "$2"; do sleep 0.1; done' > until
bash until 127.0.0.1:8404 'a,UP b,UP c,UP'

# Weights, in the order of ten requests and in a thousand
curl -s 'http://127.0.0.1:8080/[1-10]' -w ' '
curl -s 'http://127.0.0.1:8080/[1-1000]' -w '\n' | sort | uniq -c

# A says that it is ill; then B too; then both are well
touch a.down; bash until 127.0.0.1:8404 a,DOWN
curl -s 'http://127.0.0.1:8080/[1-100]' -w ' %{http_code}\n' | sort | uniq -c
touch b.down; bash until 127.0.0.1:8404 b,DOWN
curl -s 'http://127.0.0.1:8080/[1-100]' -w ' %{http_code}\n' | sort | uniq -c
rm a.down b.down; bash until 127.0.0.1:8404 'a,UP b,UP'

# What the servers see of a client that lies; and what without those lines
echo 'curl -s --cacert shop.pem --interface 127.0.9.9 \
  -H "X-Forwarded-For: 6.6.6.6" $*' > lie
bash lie http://127.0.0.1:8080/seen
bash lie --connect-to ::127.0.0.1:8443 https://shop.example/seen
curl -s --interface 127.0.9.9 http://127.0.0.1:8090/seen

# Thirty logins; a request that is never completed; a file without timeouts
curl -s -o log -w '%{http_code}\n' 'http://127.0.0.1:8080/login?[1-30]' | \
  sort | uniq -c
(printf 'GET / HTTP/1.1\r\n'; sleep 3) | curl -s telnet://127.0.0.1:8080 | \
  head -1
grep -hE 'seen|cR--' haproxy-*.log | cut -d ' ' -f 3,6,10,13-
sed /timeout/d haproxy.cfg > try.cfg; haproxy -c -f try.cfg 2>&1 | \
  grep -oE 'missing timeouts for front.*|Config.*'
