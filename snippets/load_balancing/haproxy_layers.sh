# Two layers: the same servers balanced by connection and by request.
#
# Source: HAProxy manual, sections 4.2 (`mode`) and 7.3.6 (`path`),
# https://docs.haproxy.org/2.6/configuration.html

# Twelve requests on one connection: how many went to each server that got any?
echo 'sort | uniq -c | xargs | sed "s/server //g; s/ [ABC]/,/g; s/,$//"' > count
curl -s 'http://127.0.0.1:8080/[1-12]' | bash count
curl -s 'http://127.0.0.1:8081/[1-12]' | bash count

# Twelve requests on a connection each
for i in $(seq 12); do curl -s http://127.0.0.1:8080/; done | bash count
for i in $(seq 12); do curl -s http://127.0.0.1:8081/; done | bash count

# By path: three pools; then the same page, written otherwise
curl -s http://127.0.0.1:8082/api/users
curl -s http://127.0.0.1:8082/images/logo.png
curl -s -o log -w "%{http_code}\n" http://127.0.0.1:8082/admin/dashboard
curl -s http://127.0.0.1:8082//admin/dashboard
curl -s http://127.0.0.1:8082/%61dmin/dashboard
curl -s --path-as-is http://127.0.0.1:8082/x/../admin/dashboard
