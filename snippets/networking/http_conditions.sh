# HTTP conditions: nginx compares tags, sends parts, and weakens what it packs.
#
# Source: RFC 9110, section 13.1, "Preconditions", section 14.2, "Range", and
# section 8.8.1, "Weak versus Strong",
# https://www.rfc-editor.org/rfc/rfc9110#section-13.1

# A file of 40 bytes, and a client that shows what matters here
yes 'tea 3.20' | head -c 40 > menu.txt
touch -d @1700000000 menu.txt
echo 'curl -si "$@" http://127.0.0.1:8080/menu.txt | \
  grep -aE "^HTTP|^ETag|^Vary|^Content-[ER]|^tea"' > ask
bash ask

# Send it if it has changed; if it has not; if it is still that one
bash ask -H 'If-None-Match: "6553f100-28"'
bash ask -H 'If-None-Match: "older"'
bash ask -H 'If-Match: "older"'

# Ten bytes from the first on, all but the first 40, and the rest of an old copy
bash ask -r 0-9
bash ask -r 40-
bash ask -r 10- -H 'If-Range: "6553f100-28"'
bash ask -r 10- -H 'If-Range: "older"'

# Compressed on the way: another variant, whose tag is weak
bash ask -H 'Accept-Encoding: gzip'
bash ask -H 'Accept-Encoding: gzip' -H 'If-None-Match: W/"6553f100-28"'
bash ask -H 'Accept-Encoding: gzip' -H 'If-Match: W/"6553f100-28"'
