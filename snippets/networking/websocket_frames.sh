# WebSocket frames: what the bytes of the RFC's examples do to a real server.
#
# Source: RFC 6455, sections 5.1, 5.4, 5.5, 5.7 and 7.4.1,
# https://www.rfc-editor.org/rfc/rfc6455#section-5.7
# On: websockets

# A handshake; and a script that reads its answer, sends bytes, shows so many
printf '%s\r\n' 'GET / HTTP/1.1' 'Host: localhost' 'Connection: Upgrade' \
  'Upgrade: websocket' 'Sec-WebSocket-Version: 13' \
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' '' > handshake
printf '%s\n' 'server=127.0.0.1:8765; exec 3<> /dev/tcp/${server/:/\/}' \
  'cat handshake >&3; sed -u "/^.$/q" <&3 > /dev/null' \
  'printf "$1" >&3; head -c $2 <&3 | od -An -tx1' > send

# The masked "Hello" comes back as text (81) of 5 bytes, unmasked
bash send '\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58' 7

# The same as a binary message (82) comes back as one
bash send '\x82\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58' 7

# "He", a ping, "llo": first the pong (8a), then one message
bash send '\x01\x82\0\0\0\0He\x89\x80\0\0\0\0\x80\x83\0\0\0\0llo' 9

# Not masked: a close (88) with code 03ea, 1002, protocol error
bash send '\x81\x05Hello' 21

# c3 begins a character of UTF-8 and does not end it: 03ef, 1007
bash send '\x81\x81\0\0\0\0\xc3' 16

# A length in two bytes more than it needs: this server lets it pass
bash send '\x81\xfe\0\x05\0\0\0\0Hello' 7
