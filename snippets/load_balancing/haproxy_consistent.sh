# Consistent hashing: in HAProxy a server's place on the ring hangs on its id.
#
# Source: HAProxy manual, 4.2 "hash-type" and 5.2 "id",
# https://docs.haproxy.org/2.6/configuration.html

# A thousand keys on a, b, c and d, and without a; three kinds of backend
for group in map4 map3 ring4 ring3 named4 named3; do \
  curl -s "http://127.0.0.1:8080/$group?key=user-[1-1000]" > $group; \
  done

# How many keys have a? They have to move when a is deleted from the file
grep -c a map4 ring4 named4

# How many do?
for kind in map ring named; do \
  paste ${kind}4 ${kind}3 | awk '$1 != $2' | wc -l; \
  done

# How even are the shares, with weight 1 each, and with 20 each?
sort ring4 | uniq -c
sort named4 | uniq -c
