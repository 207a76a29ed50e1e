# Client address: a proxy reports whom it talks to; the rest is hearsay.
#
# Source: nginx manual, "Module ngx_http_realip_module", `real_ip_recursive`,
# https://nginx.org/en/docs/http/ngx_http_realip_module.html#real_ip_recursive

# A client at 127.0.9.9 that claims to be 6.6.6.6
echo 'curl -s --interface 127.0.9.9 -H "X-Forwarded-For: 6.6.6.6" $*' > lie

# Directly; through a proxy that appends; through the edge and an inner proxy
bash lie http://127.0.0.1:8083/
bash lie http://127.0.0.1:8080/
bash lie http://127.0.0.1:8081/

# What else an edge has to say; and what it says if nothing is set
bash lie -H Host:shop.example http://127.0.0.1:8081/proto
bash lie -H Host:shop.example http://127.0.0.1:8080/proto

# Trusted addresses taken off from the right, the next is the client
bash lie http://127.0.0.1:8081/real
bash lie http://127.0.0.1:8080/real
bash lie http://127.0.0.1:8084/real

# The same lie from a client whose address is on the list of trusted ones
curl -s -H 'X-Forwarded-For: 6.6.6.6' http://127.0.0.1:8084/real
