# Consistent hashing: nginx without it, and with one word more.
#
# Source: nginx manual, "Module ngx_http_upstream_module", `hash`,
# https://nginx.org/en/docs/http/ngx_http_upstream_module.html

# A thousand keys on four servers, and on five
for group in modulo4 modulo5 ring4 ring5; do \
  curl -s "http://127.0.0.1:8080/$group?key=user-[1-1000]" > $group; \
  done

# How many keys are asked for elsewhere when e has joined?
paste modulo4 modulo5 | awk '$1 != $2' | wc -l
paste ring4 ring5 | awk '$1 != $2' | wc -l

# And from where to where do they go on the ring?
paste ring4 ring5 | awk '$1 != $2' | sort | uniq -c

# How even are the shares on the ring of four?
sort ring4 | uniq -c
