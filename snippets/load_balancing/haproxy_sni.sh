# TLS on layer 4: passed through by the name in clear, or ended without HTTP.
#
# Source: HAProxy manual, sections 5.1 (`ssl`) and 7.3.5 (`req.ssl_sni`),
# https://docs.haproxy.org/2.6/configuration.html

# A certificate for each of two shops, and one for the balancer
for name in tea hat balancer; do openssl req -x509 -newkey rsa:2048 -nodes \
  -subj /CN=$name.example -days 90 -keyout $name.key -out $name.pem 2> log; \
  cat $name.pem $name.key > $name.both; done

# Passed through: whose certificate does a client get?
echo 'openssl s_client -connect $* < /dev/null 2>&1 | \
  grep -E "^subject|no peer"' > whose
bash whose 127.0.0.1:8443 -servername tea.example
bash whose 127.0.0.1:8443 -servername hat.example
bash whose 127.0.0.1:8443 -servername pie.example
bash whose 127.0.0.1:8443 -noservername

# The name in the ClientHello and the Host of the request need not be the same
curl -sk --connect-to ::127.0.0.1:8443 https://tea.example/ -H 'Host: hat.example'

# TLS ended in mode tcp: an HTTPS client, and a server that speaks plain HTTP
bash whose 127.0.0.1:8444 -servername tea.example
curl -sk -w '%{scheme}\n' https://127.0.0.1:8444/
