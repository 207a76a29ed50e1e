# HTTP/2 streams: three answers take turns on one connection.
#
# Source: RFC 9113, section 4.1, "Frame Format", and section 5.2, "Flow
# Control", https://www.rfc-editor.org/rfc/rfc9113#section-4.1

# A certificate, and three files of 20,000 bytes
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=example.com \
  -keyout site.key -out site.pem 2> /dev/null
for name in a b c; do head -c 20000 /dev/zero > $name; done

# A client by hand: the preface, then frames, written in hexadecimal digits
printf 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' > client
echo 'printf "$(echo $* | sed "s/ //g; s/../\\\\x&/g")" >> client' > frame

# SETTINGS: a stream may have 8,192 bytes on their way (0004: 00002000)
bash frame 000006 04 00 00000000 0004 00002000

# HEADERS on streams 1, 3, 5: GET, path /a to /c, https, example.com
bash frame 000013 01 05 00000001 82 04022f61 87 410b6578616d706c652e636f6d
bash frame 000013 01 05 00000003 82 04022f62 87 410b6578616d706c652e636f6d
bash frame 000013 01 05 00000005 82 04022f63 87 410b6578616d706c652e636f6d

# WINDOW_UPDATE for each stream, twice: 8,192 bytes more
for stream in 1 3 5 1 3 5; do \
  bash frame 000004 08 00 0000000$stream 00002000; done

# A reader: stream and type of each frame, length and END_STREAM of DATA
echo 'hex=$(od -An -v -tx1 | tr -d " \n"); types=(DATA HEADERS - - \
  SETTINGS - - GOAWAY WINDOW_UPDATE); while [ "$hex" ]; do \
  length=$((16#${hex:0:6})); type=${types[16#${hex:6:2}]}; more=; \
  [ $type = DATA ] && more="$length bytes"; \
  [ $type${hex:8:2} = DATA01 ] && more="$more, END_STREAM"; \
  echo stream $((16#${hex:10:8})) $type $more; \
  hex=${hex:18 + 2 * length}; done' > reader
openssl s_client -connect 127.0.0.1:8443 -alpn h2 -quiet \
  < client 2> /dev/null | bash reader
