# Locations: exact, then longest prefix, unless a regular expression matches.
#
# Source: nginx manual, "Module ngx_http_core_module", `location`,
# https://nginx.org/en/docs/http/ngx_http_core_module.html#location

echo 'echo "$1: $(curl -s --path-as-is http://$2$1)"' > ask

# Exact, prefixes, and the regular expressions in the order of the file
for path in /seats /seats/ /seatsmap /seats/12 /seats/7.css /site.css \
  /SITE.CSS /login; do bash ask $path 127.0.0.1:8080; done

# A prefix with ^~ asks no regular expression
for path in /static/site.css /static/../site.css /static//site.css /static; \
  do bash ask $path 127.0.0.1:8080; done
