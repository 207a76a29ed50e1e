# Bounded loads: one key, and what HAProxy does when its server has too much.
#
# Source: HAProxy manual, 4.2 "hash-balance-factor",
# https://docs.haproxy.org/2.6/configuration.html

# Forty requests at once for one key, each of which takes a second
curl -Z --parallel-immediate --parallel-max 40 --no-progress-meter \
  'http://127.0.0.1:8080/unbounded?key=hot&n=[1-40]' | sort | uniq -c

# The same with a limit of 1.5 times the mean
curl -Z --parallel-immediate --parallel-max 40 --no-progress-meter \
  'http://127.0.0.1:8080/bounded?key=hot&n=[1-40]' | sort | uniq -c

# One after the other: the key stays at home
curl -s 'http://127.0.0.1:8080/bounded?key=hot&n=[1-3]' | sort | uniq -c
