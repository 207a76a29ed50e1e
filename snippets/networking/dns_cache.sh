# DNS cache: an answer is kept for its time to live, and so is a missing name.
#
# Source: RFC 1034, section 3.6.2, "Aliases and canonical names"; RFC 2308,
# section 5, "Caching Negative Answers",
# https://www.rfc-editor.org/rfc/rfc2308#section-5

# The name server of example.com knows one host
mkdir hosts
echo 192.0.2.17 api.example.com > hosts/api

# It answers an alias with the name behind it, each kept for a minute at most
dig @127.0.0.1 -p 5301 +noall +answer www.example.com

# A cache before it: the time that is left, at first and after a second
dig @127.0.0.1 -p 5300 +noall +answer www.example.com
sleep 1
dig @127.0.0.1 -p 5300 +noall +answer www.example.com | \
  awk '{print $1, ($2 < 60 ? "less than 60" : $2), $4, $5}'

# No such name: the SOA of the zone says how long to believe it
dig @127.0.0.1 -p 5301 +noall +authority +multiline new.example.com | \
  expand -t 2
dig @127.0.0.1 -p 5300 new.example.com | grep -o 'status: [A-Z]*'

# The name is added, and the cache still denies it
echo 192.0.2.18 new.example.com > hosts/new
until dig @127.0.0.1 -p 5301 +short new.example.com | grep .; do sleep 0.1; done
dig @127.0.0.1 -p 5300 new.example.com | grep -o 'status: [A-Z]*'
