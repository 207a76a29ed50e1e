# Keep-alive to the servers: 50 requests need as many connections, or a few.
#
# Source: nginx manual, "Module ngx_http_upstream_module", `keepalive`,
# https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive

# Each answer: the protocol, what Connection said, and the connection's number
echo 'curl -s "$1?[1-50]" > seen; \
  echo requests: $(cut -d " " -f 1,2 seen | sort | uniq -c); \
  echo connections: $(cut -d " " -f 3 seen | sort -u | wc -l)' > count

# By default
bash count http://127.0.0.1:8080/

# With HTTP/1.1 and without Connection
bash count http://127.0.0.1:8080/kept

# Where WebSockets could come as well
bash count http://127.0.0.1:8080/either
