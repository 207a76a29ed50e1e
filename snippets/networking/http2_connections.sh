# HTTP/2 in use: the handshake agrees on it, and requests share a connection.
#
# Source: RFC 7301, section 3.1, "The Application-Layer Protocol Negotiation
# Extension", https://www.rfc-editor.org/rfc/rfc7301#section-3.1

# A certificate, and three files
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=example.com \
  -keyout site.key -out site.pem 2> /dev/null
for name in a b c; do echo $name > $name; done

# The client lists what it speaks; the server chooses, before any request
openssl s_client -connect 127.0.0.1:8443 -alpn h2,http/1.1 \
  < /dev/null 2>&1 | grep -ao 'ALPN protocol: .*'
openssl s_client -connect 127.0.0.1:8444 -alpn h2,http/1.1 \
  < /dev/null 2>&1 | grep -ao 'ALPN protocol: .*'

# Three requests, one after the other: new connections and version of each
curl -sk --http1.1 'https://127.0.0.1:8443/[a-c]' -o /dev/null \
  -w '%{num_connects} HTTP/%{http_version}\n'
curl -sk --http1.1 'https://127.0.0.1:8443/[a-c]' -o /dev/null \
  -H 'Connection: close' -w '%{num_connects} HTTP/%{http_version}\n'

# Three at the same time: three connections, or one
curl -skZ --http1.1 'https://127.0.0.1:8443/[a-c]' -o /dev/null \
  -w '%{num_connects} HTTP/%{http_version}\n' 2> /dev/null | sort
curl -skZ --http2 'https://127.0.0.1:8443/[a-c]' -o /dev/null \
  -w '%{num_connects} HTTP/%{http_version}\n' 2> /dev/null | sort

# A server without HTTP/2, and one that is known to speak it, without TLS
curl -sk --http2 https://127.0.0.1:8444/a -o /dev/null \
  -w 'HTTP/%{http_version}\n'
curl -s --http2-prior-knowledge http://127.0.0.1:8080/a -o /dev/null \
  -w 'HTTP/%{http_version}\n'
