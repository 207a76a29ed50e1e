# Partition: what each side of a real cluster of three writes and reads.
#
# On: etcd
# Source: etcd 3.4 manual, "KV API guarantees" and "Failure modes",
# https://etcd.io/docs/v3.4/learning/api_guarantees/

# Of three nodes the first leads; a read at any of them sees the last write
ip netns exec n1 etcdctl put seat free
ip netns exec n3 etcdctl get seat --print-value-only

# The leader's link is cut: the two others elect one of them, after a while
ip link set port1 down
until ip netns exec n2 etcdctl put seat ada 2>/dev/null | \
  grep .; do sleep 0.1; done
ip netns exec n3 etcdctl get seat --print-value-only

# Who asks the first one: no write, no read, or an old answer on demand
ip netns exec n1 etcdctl put seat eve --command-timeout=2s 2>/dev/null || \
  echo "failed: exit code $?"
ip netns exec n1 etcdctl get seat --command-timeout=2s 2>/dev/null || \
  echo "failed: exit code $?"
ip netns exec n1 etcdctl get seat --consistency=s --print-value-only

# The link is mended: what the majority wrote is there, eve's write is not
ip link set port1 up
until ip netns exec n1 etcdctl get seat --print-value-only 2>/dev/null | \
  grep .; do sleep 0.1; done

# Two links are cut, so that each is alone: nobody has a majority
ip link set port1 down; ip link set port2 down
for n in n1 n2 n3; do \
  ip netns exec $n etcdctl put seat bob --command-timeout=2s 2>/dev/null || \
  echo "$n failed: exit code $?"; done
for n in n1 n2 n3; do \
  ip netns exec $n etcdctl get seat --consistency=s --print-value-only; done

# Mended: it goes on by itself
ip link set port1 up; ip link set port2 up
until ip netns exec n1 etcdctl put seat bob 2>/dev/null | \
  grep .; do sleep 0.1; done
