# Byte stream: TCP keeps the order of bytes, and no borders between sends.
#
# Source: RFC 9293, section 2.2, "Key TCP Concepts",
# https://www.rfc-editor.org/rfc/rfc9293#section-2.2

# The same three messages over TCP and over UDP
echo 'from socket import *; from time import sleep' > three.py
echo 'server = create_server(("127.0.0.1", 0))' >> three.py
echo 'tcp = create_connection(server.getsockname())' >> three.py
echo 'inbox, udp = socket(type=SOCK_DGRAM), socket(type=SOCK_DGRAM)' >> three.py
echo 'inbox.bind(("127.0.0.1", 0))' >> three.py
echo 'for message in b"pay 17", b"pay 4", b"refund 17":' >> three.py
echo '    tcp.send(message)' >> three.py
echo '    udp.sendto(message, inbox.getsockname())' >> three.py
echo 'sleep(0.1)' >> three.py
echo 'print("TCP, 1 recv:", server.accept()[0].recv(9999))' >> three.py
echo 'print("UDP, 3 recv:", *(inbox.recv(9999) for _ in range(3)))' >> three.py
python3 three.py

# A client that sends each argument by itself, | for the end of a line
echo 'from socket import *; from time import sleep; from sys import argv' > say.py
echo 'tcp = create_connection(("127.0.0.1", int(argv[2])))' >> say.py
echo 'for part in argv[3:]:' >> say.py
echo '    tcp.sendall(part.replace("|", chr(13) + chr(10)).encode())' >> say.py
echo '    sleep(0.1)' >> say.py
echo 'while data := tcp.recv(9999): print(data.decode(), end="")' >> say.py

# One request in three sends: nginx waits for the empty line that ends it
python3 say.py -p 8080 'GET /on' 'e HTTP/1.0|Host: sh' 'op||' | grep done

# Two requests in one send: two answers
python3 say.py -p 8080 'GET /1 HTTP/1.1|Host: shop||GET /2 HTTP/1.0||' | \
  grep done

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
