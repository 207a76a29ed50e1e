# Static files: root adds the whole path, alias replaces the location's part.
#
# Source: nginx manual, "Module ngx_http_core_module", `alias`, `root`, `types`,
# https://nginx.org/en/docs/http/ngx_http_core_module.html#alias

# A site, and beside it a file that is nobody's business
mkdir -p site/static/fonts
echo 'body { color: navy }' > site/static/site.css
echo font > site/static/fonts/plain.woff2
echo '<title>Seats</title>' > site/index.html
echo 'password: tulip' > site/secret
echo 'curl -s --path-as-is -o body -w "%{http_code} %{content_type} " $*; \
  head -1 body' > get

# root and alias
bash get http://127.0.0.1:8080/static/site.css
bash get http://127.0.0.1:8080/alias/site.css

# /leak matches /leak../secret too, and alias makes site/static/../secret of it
bash get http://127.0.0.1:8080/alias../secret | head -1
bash get http://127.0.0.1:8080/leak../secret

# With types, an age, and one page for every path that is no file
bash get http://127.0.0.1:8081/static/site.css
bash get http://127.0.0.1:8081/seats/12
bash get http://127.0.0.1:8081/static/old.css | head -1

# One add_header in a location, and those of the server are gone
curl -sI http://127.0.0.1:8081/static/site.css | grep -E '^(Cache|X-|Access)'
curl -sI http://127.0.0.1:8081/static/fonts/plain.woff2 | \
  grep -E '^(Cache|X-|Access)'
