# Content type: nginx names a file's type by a table that it has to be given.
#
# Source: nginx manual, "Module ngx_http_core_module", `types`, `default_type`,
# https://nginx.org/en/docs/http/ngx_http_core_module.html

# Two files
echo 'body { color: navy }' > site.css
echo 'alert("12 is free")' > site.js

# Without types
curl -s http://127.0.0.1:8080/site.css -o /dev/null -w '%{content_type}\n'
curl -s http://127.0.0.1:8080/site.js -o /dev/null -w '%{content_type}\n'

# With types, as `include mime.types` brings them
curl -s http://127.0.0.1:8090/site.css -o /dev/null -w '%{content_type}\n'
curl -s http://127.0.0.1:8090/site.js -o /dev/null -w '%{content_type}\n'
