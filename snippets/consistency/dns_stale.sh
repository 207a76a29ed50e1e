# Served stale: an answer after its time to live, by a cache that was told so.
#
# Source: dnsmasq 2.90 manual, `--use-stale-cache`,
# https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html; RFC 8767, section 4,
# https://www.rfc-editor.org/rfc/rfc8767#section-4

# The name server at 5311 gives one second to live, and 5310 is a cache
mkdir hosts
echo 192.0.2.17 www.example.com > hosts/www
until dig @127.0.0.1 -p 5311 +noall +answer www.example.com | \
  grep .; do sleep 0.1; done
dig @127.0.0.1 -p 5310 +short www.example.com

# The address changes; after three seconds somebody asks the cache
echo 192.0.2.99 www.example.com > hosts/www
until dig @127.0.0.1 -p 5311 +short www.example.com | \
  grep 99; do sleep 0.1; done
sleep 3
dig @127.0.0.1 -p 5310 +noall +answer www.example.com

# It asked only after it had answered, so the next one hears the news
until dig @127.0.0.1 -p 5310 +short www.example.com | \
  grep 99; do sleep 0.1; done
