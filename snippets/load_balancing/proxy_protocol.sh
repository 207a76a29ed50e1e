# PROXY protocol: a balancer of connections says whom it speaks for.
#
# Source: The PROXY protocol, sections 2 and 5,
# https://www.haproxy.org/download/2.6/doc/proxy-protocol.txt

# A client at 127.0.9.9, through HAProxy as a balancer of TCP connections
echo 'curl -sS --interface 127.0.9.9 $* 2>&1 | tail -1' > client
bash client http://127.0.0.1:8080/
bash client http://127.0.0.1:8081/
bash client http://127.0.0.1:8082/

# One end sends a header, the other expects none; and the other way round
bash client http://127.0.0.1:8083/ -o /dev/null -w '%{http_code}'
bash client http://127.0.0.1:8084/

# Past HAProxy, with a header made up: from elsewhere, and from its address
echo '(printf "PROXY TCP4 6.6.6.6 127.0.0.1 1 80\r\nGET / HTTP/1.0\r\n\r\n"; \
  sleep 0.5) | curl -s --interface $1 telnet://$2 | tail -1' > forge
bash forge 127.0.9.9 127.0.0.1:8084
bash forge 127.0.0.1 127.0.0.1:8084
