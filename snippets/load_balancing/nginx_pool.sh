# Upstream: weights say who serves how often, and backup who serves at the end.
#
# Source: nginx manual, "Module ngx_http_upstream_module", `server`,
# https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server

# Ten requests in their order, then a thousand of them counted
curl -s 'http://127.0.0.1:8080/[1-10]' -w ' '
curl -s 'http://127.0.0.1:8080/[1-1000]' -w '\n' | sort | uniq -c

# A and B close each connection without an answer
touch down
curl -s 'http://127.0.0.1:8080/[1-1000]' -w '\n' | sort | uniq -c

# One line of the file is changed by a sed command: what does nginx say to it?
echo 'sed "$1" nginx.conf > try.conf; (nginx -t -q -p . -c $PWD/try.conf \
  -e stderr -g "pid try.pid;" && echo accepted) 2>&1 | \
  sed "s/.*emerg. [0-9#: ]*//; s/ in [/].*//; q"' > try
bash try /events/d
bash try 's/127.0.0.1:8081/a.example.invalid/'
bash try 's/weight=3/weight=0/'

# Another method in the first line of the pool
for method in least_conn random ip_hash 'hash $uri consistent'; do \
  echo "$method: $(bash try "s/upstream.*/& $method;/")"; done
