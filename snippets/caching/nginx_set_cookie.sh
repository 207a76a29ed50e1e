# Set-Cookie: nginx stores no response that has it, until somebody insists.
#
# Source: nginx manual, "Module ngx_http_proxy_module", `proxy_cache_valid`
# and `proxy_ignore_headers`,
# https://nginx.org/en/docs/http/ngx_http_proxy_module.html

# As it comes: each reader gets a session of their own
curl -s -i -b user=ada http://127.0.0.1:8080/page | grep -E 'Set-|X-'
curl -s -i -b user=bob http://127.0.0.1:8080/page | grep -E 'Set-|X-'

# With proxy_ignore_headers Set-Cookie: bob gets ada's
curl -s -i -b user=ada http://127.0.0.1:8081/page | grep -E 'Set-|X-'
curl -s -i -b user=bob http://127.0.0.1:8081/page | grep -E 'Set-|X-'

# The same setting, and an application that says private
curl -s -i -b user=ada http://127.0.0.1:8081/account | grep -E 'Set-|X-'
curl -s -i -b user=bob http://127.0.0.1:8081/account | grep -E 'Set-|X-'
