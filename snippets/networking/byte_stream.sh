# Byte stream: TCP keeps the order of bytes, and no borders between sends.
#
# Source: RFC 9293, section 2.2, "Key TCP Concepts",
# https://www.rfc-editor.org/rfc/rfc9293#section-2.2

# The same three messages over TCP and over UDP
printf '%s\n' 'from socket import *' \
  'import time' \
  'stream = create_server(("127.0.0.1", 0))' \
  'tcp = create_connection(stream.getsockname())' \
  'peer, _ = stream.accept()' \
  'inbox = socket(type=SOCK_DGRAM)' \
  'inbox.bind(("127.0.0.1", 0))' \
  'udp = socket(type=SOCK_DGRAM)' \
  'for message in b"pay 17", b"pay 4", b"refund 17":' \
  '    tcp.send(message)' \
  '    udp.sendto(message, inbox.getsockname())' \
  'time.sleep(0.1)' \
  'print("TCP, 1 recv:", peer.recv(9999))' \
  'print("UDP, 3 recv:", *(inbox.recv(9999) for _ in range(3)))' > three.py
python3 three.py

# A client that sends each argument on its own, then prints what comes back
printf '%s\n' 'import socket, sys, time' \
  'tcp = socket.create_connection(("127.0.0.1", int(sys.argv[2])))' \
  'for part in sys.argv[3:]:' \
  '    tcp.sendall(part.replace("|", "\r\n").encode())' \
  '    time.sleep(0.1)' \
  'while data := tcp.recv(9999): print(data.decode(), end="")' > say.py

# One request in three sends: nginx waits for the empty line that ends it
python3 say.py -p 8080 'GET /on' 'e HTTP/1.1|Host: sh' 'op|Connection: close||' \
  | grep done

# Two requests in one send: two answers
python3 say.py -p 8080 'GET /1 HTTP/1.1|Host: shop||GET /2 HTTP/1.0||' \
  | grep done

# nginx is stopped; a client connects, and sends 21 bytes
kill -STOP $(cat nginx.pid)
python3 say.py -p 8080 'GET /pay HTTP/1.0||' > answer 2>&1 &
until ss -tnH src 127.0.0.1:8080 | grep -qE 'ESTAB +[1-9]'; do sleep 0.1; done

# The client's side: bytes sent that no ACK has come for; and the answer
ss -tnH dst 127.0.0.1:8080 | awk '{print $1, $3}'
cat answer

# The server's side: bytes that the kernel acknowledged, and nobody has read
ss -tnH src 127.0.0.1:8080 | awk '{print $1, $2}'

# It goes on, and answers
kill -CONT $(cat nginx.pid)
until grep done answer; do sleep 0.1; done
