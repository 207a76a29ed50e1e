# DNS over UDP: an answer that does not fit is cut off, and asked for over TCP.
#
# Source: RFC 1035, section 4.2.1, "UDP usage"; RFC 6891, section 6.2.3,
# https://www.rfc-editor.org/rfc/rfc6891#section-6.2.3

# One address behind an alias; a name with 29 addresses, one with 30
mkdir hosts
echo 192.0.2.17 api.example.com > hosts/api
seq 29 | sed 's/.*/198.51.100.& few.example.com/' > hosts/few
seq 30 | sed 's/.*/203.0.113.& all.example.com/' > hosts/all

# A query for www.example.com, type A, and the bytes of the answer
printf '\0\7\1\0\0\1\0\0\0\0\0\0\3www\7example\3com\0\0\1\0\1' > query
echo 'exec 3<> /dev/udp/127.0.0.1/$2; cat query >&3; \
  dd bs=512 count=1 <&3 2> /dev/null | od -An -tx1' > ask
bash ask -p 5300

# Without EDNS: 29 addresses fit into 512 bytes, 30 do not
dig @127.0.0.1 -p 5300 +noedns +ignore few.example.com | \
  grep -oE 'flags: [a-z ]*|ANSWER: [0-9]+|SIZE .*'
dig @127.0.0.1 -p 5300 +noedns +ignore all.example.com | \
  grep -oE 'flags: [a-z ]*|ANSWER: [0-9]+|SIZE .*'

# A client that does not ignore the flag tc asks again
dig @127.0.0.1 -p 5300 +noedns all.example.com | \
  grep -oE 'Truncated.*|flags: [a-z ]*|ANSWER: [0-9]+|\([TU].P\)|SIZE .*'

# With EDNS it says how much it can take
dig @127.0.0.1 -p 5300 +bufsize=1232 all.example.com | \
  grep -oE 'flags: [a-z ]+|ANSWER: [0-9]+|\([TU].P\)|SIZE .*'

# No such name; and a name without a record of this type
dig @127.0.0.1 -p 5300 new.example.com | grep -oE 'status: [A-Z]+|ANSWER: 0'
dig @127.0.0.1 -p 5300 AAAA api.example.com | \
  grep -oE 'status: [A-Z]+|ANSWER: [0-9]'
