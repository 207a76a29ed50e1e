# CDN edge: in an outage of the origin it has what it stored, and no more.
#
# Source: nginx manual, "Module ngx_http_proxy_module", `proxy_cache_use_stale`,
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html

# Three pages at the origin, and a client that prints status and cache status
mkdir -p origin
for page in home news account; do echo $page > origin/$page; done
echo 'curl -s -o /dev/null -w "%{http_code} %header{x-cache}\n" $*' > ask

# A page that may be kept for 2 seconds, twice; one that is private, twice
bash ask http://127.0.0.1:8080/home
bash ask http://127.0.0.1:8080/home
bash ask http://127.0.0.1:8080/account
bash ask http://127.0.0.1:8080/account

# The origin fails, and the 2 seconds pass
touch origin/down
sleep 3

# The stored page is served, stale; the others need the origin
bash ask http://127.0.0.1:8080/home
bash ask http://127.0.0.1:8080/news
bash ask http://127.0.0.1:8080/account
bash ask -d pay=yes http://127.0.0.1:8080/home

# Who knows the address of the origin does not need the edge
rm origin/down
bash ask http://127.0.0.1:8081/news
