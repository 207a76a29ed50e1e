# Early data: answered to a GET, also when sent twice; a POST comes too early.
#
# Source: RFC 8470, section 5.2, "The 425 (Too Early) Status Code",
# https://www.rfc-editor.org/rfc/rfc8470#section-5.2

# A certificate, two requests, and what to show of an answer
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=example.com \
  -keyout site.key -out site.pem 2> /dev/null
printf 'GET / HTTP/1.0\r\n\r\n' > get
printf 'POST /pay HTTP/1.0\r\nContent-Length: 0\r\n\r\n' > post
echo 'grep -aoE "^HTTP/1.1 [0-9]+|Early data was [a-z ]+"' > shown

# A first connection, which leaves a ticket
openssl s_client -connect 127.0.0.1:8443 -sess_out ticket -ign_eof \
  < get 2> /dev/null | bash shown

# With it: sent before the handshake is complete, and the same again
openssl s_client -connect 127.0.0.1:8443 -sess_in ticket -ign_eof \
  -early_data get < /dev/null 2> /dev/null | bash shown
openssl s_client -connect 127.0.0.1:8443 -sess_in ticket -ign_eof \
  -early_data get < /dev/null 2> /dev/null | bash shown

# A POST, again if the handshake was complete before nginx looked at it
for attempt in 1 2 3 4 5; do \
  openssl s_client -connect 127.0.0.1:8443 -sess_in ticket -ign_eof \
  -early_data post < /dev/null 2> /dev/null | bash shown > answer; \
  grep -q 425 answer && break; done; cat answer

# The same POST after the handshake
openssl s_client -connect 127.0.0.1:8443 -sess_in ticket -ign_eof \
  < post 2> /dev/null | bash shown
