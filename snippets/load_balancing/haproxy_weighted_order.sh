# Weighted round robin: HAProxy spreads turns as well, in an order of its own.
#
# Source: HAProxy manual, section 4.2, "balance", `roundrobin`,
# https://docs.haproxy.org/2.6/configuration.html#4.2-balance

# Weights 5, 1 and 1: three cycles of seven requests
for i in {1..3}; do curl -s 'http://127.0.0.1:8080/[1-7]'; echo; done

# Weights 3 and 2: three cycles of five
for i in {1..3}; do curl -s 'http://127.0.0.1:8090/[1-5]'; echo; done
