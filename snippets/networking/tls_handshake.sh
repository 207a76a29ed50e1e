# TLS handshake: keys are agreed on, and the certificate's key only signs.
#
# Source: RFC 8446, section 2, "Protocol Overview", figure 1,
# https://www.rfc-editor.org/rfc/rfc8446#section-2

# A certificate, and a client that prints each message after its record's type
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=example.com \
  -keyout site.key -out site.pem 2> /dev/null
echo 'openssl s_client -connect $* -trace < /dev/null 2>&1 | \
  awk "/^  Content Type/ {kind = \$4} \
    /^    [A-Z][A-Za-z]*, Length/ {print kind, \$1}" | tr -d ,' > handshake

# TLS 1.3: after ServerHello each message is encrypted, as data will be
bash handshake 127.0.0.1:8443 -tls1_3 | grep -v Ticket
openssl s_client -connect 127.0.0.1:8443 -tls1_3 -groups X25519 \
  < /dev/null 2>&1 | grep -oE 'Temp Key: \w+|Cipher is \w+'

# TLS 1.2: the certificate is in the clear; the keys are agreed on as well
bash handshake 127.0.0.1:8443 -tls1_2 | grep -E 'Certificate|Key'

# Key transport, TLS 1.2 without an agreement: the list of suites refuses it
openssl s_client -connect 127.0.0.1:8443 -tls1_2 -cipher kRSA \
  < /dev/null 2>&1 | grep -oE 'alert number .*|Cipher is .*'

# A server without a list accepts it
openssl s_client -connect 127.0.0.1:8444 -tls1_2 -cipher kRSA \
  < /dev/null 2>&1 | grep -oE 'alert number .*|Cipher is .*'
bash handshake 127.0.0.1:8444 -tls1_2 -cipher kRSA | \
  grep -E 'Certificate|Key'
