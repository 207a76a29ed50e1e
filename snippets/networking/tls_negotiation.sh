# TLS negotiation: what a ClientHello asks for, and what a server makes of it.
#
# Source: RFC 8446, sections 2.2, 4.2 and 4.4.2; RFC 6066, section 3; RFC 7301,
# https://www.rfc-editor.org/rfc/rfc8446#section-4.2

# Three certificates of one root: two servers, one client
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=Root -days 3650 \
  -keyout root.key -out root.pem 2> /dev/null
echo 'openssl req -newkey rsa:2048 -nodes -subj /CN=$1 -keyout $1.key | \
  openssl x509 -req -CA root.pem -CAkey root.key -CAcreateserial -days 90 \
  -extfile <(echo $2) -out $1.pem' > issue
bash issue shop subjectAltName=DNS:shop.example 2> /dev/null
bash issue pay subjectAltName=DNS:pay.example 2> /dev/null
bash issue billing extendedKeyUsage=clientAuth 2> /dev/null
cat shop.pem shop.key > shop.both
echo 'openssl s_client -connect $* < /dev/null 2>&1' > hello

# SNI: one address, two certificates; without a name, that of the default
bash hello 127.0.0.1:8443 -servername pay.example | \
  openssl x509 -noout -subject -nameopt RFC2253
bash hello 127.0.0.1:8443 -noservername | \
  openssl x509 -noout -subject -nameopt RFC2253

# ALPN: which protocol follows is agreed on as well; without one it ends
bash hello 127.0.0.1:8443 -alpn h2,http/1.1 | grep -ao 'ALPN .*'
bash hello 127.0.0.1:8443 -alpn http/1.1 | grep -ao 'ALPN .*'
bash hello 127.0.0.1:8443 -alpn smtp | grep -o 'alert no [a-z ]*'

# TLS 1.0, from a client that would take it
bash hello 127.0.0.1:8443 -tls1 -cipher ALL:@SECLEVEL=0 | \
  grep -oE 'alert p[a-z ]*'

# A client certificate is required: nginx says so by HTTP, HAProxy by an alert
curl -s --cacert root.pem --connect-to ::127.0.0.1:8444 \
  https://shop.example/ | grep h1
curl -sS --cacert root.pem --connect-to ::127.0.0.1:8445 \
  https://shop.example/ 2>&1 | grep -o 'alert [a-z ]*'
curl -s --cacert root.pem --connect-to ::127.0.0.1:8444 \
  --cert billing.pem --key billing.key https://shop.example/

# Resumption: a ticket of the first session replaces the certificate
sleep 1 | openssl s_client -connect 127.0.0.1:8443 -sess_out ticket 2>&1 | \
  grep -oE '^(New|Reused), TLSv1.3'
bash hello 127.0.0.1:8443 -sess_in ticket | grep -oE '^(New|Reused), TLSv1.3'
bash hello 127.0.0.1:8443 -sess_in ticket -trace | grep -v Ticket | \
  grep -oE '^    [A-Z][A-Za-z]*, L' | grep -oE '[A-Z][A-Za-z]{2,}'
