# Certificate checks: a client decides by what it has, and asks no authority.
#
# Source: RFC 5280, section 6.1; RFC 9525, section 6,
# https://www.rfc-editor.org/rfc/rfc5280#section-6.1

# A root; it signs an intermediate, which signs what servers have
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=Root -days 3650 \
  -keyout root.key -out root.pem 2> /dev/null
echo 'openssl req -newkey rsa:2048 -nodes -subj /CN=$1 -keyout $1.key | \
  openssl x509 -req -CA $2.pem -CAkey $2.key -CAcreateserial -days $3 \
  -extfile <(printf "%s\n" ${@:4}) -out $1.pem' > issue
bash issue ca root 365 basicConstraints=critical,CA:TRUE 2> /dev/null
bash issue shop ca 90 basicConstraints=critical,CA:FALSE \
  'subjectAltName=DNS:shop.example,DNS:*.shop.example' 2> /dev/null
cat shop.pem ca.pem > chain.pem

# A client with the root; the first server sends the chain
echo 'curl -sS --cacert root.pem --connect-to ::$1 https://$2/ 2>&1 | \
  head -1' > get
bash get 127.0.0.1:8443 shop.example
bash get 127.0.0.1:8443 eu.shop.example
bash get 127.0.0.1:8443 a.eu.shop.example
bash get 127.0.0.1:8443 127.0.0.1

# The second one forgot the intermediate
bash get 127.0.0.1:8444 shop.example

# A client without this root, asking the first server
curl -sS --connect-to ::127.0.0.1:8443 https://shop.example/ 2>&1 | head -1

# The same checks on files, without any server: today, in 91 days, another host
echo 'openssl verify -CAfile root.pem -untrusted chain.pem $* 2>&1 | \
  grep -E "^error [0-9]|OK"' > verify
bash verify shop.pem
bash verify -attime $(date -d '+91 days' +%s) shop.pem
bash verify -verify_hostname bank.example shop.pem

# The shop's key signs a certificate for a bank
bash issue bank shop 90 subjectAltName=DNS:bank.example 2> /dev/null
bash verify -verify_hostname bank.example bank.pem

# The shop's certificate is revoked: only a client with the list notices
printf '%s\n' [ca] default_ca=us [us] database=issued default_md=sha256 \
  default_crl_days=7 > ca.conf
touch issued
openssl ca -config ca.conf -cert ca.pem -keyfile ca.key -revoke shop.pem \
  2> /dev/null
openssl ca -config ca.conf -cert ca.pem -keyfile ca.key -gencrl -out ca.crl \
  2> /dev/null
bash verify shop.pem
bash get 127.0.0.1:8443 shop.example
bash verify -crl_check -CRLfile ca.crl shop.pem
