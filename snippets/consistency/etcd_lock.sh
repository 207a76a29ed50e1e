# Lock in etcd: a key with a lease, whose revision is the fencing token.
#
# On: etcd
# Source: etcd 3.4 manual, "KV API guarantees" and "Interacting with etcd",
# https://etcd.io/docs/v3.4/learning/api_guarantees/

# Ada's key lives as long as her lease. She writes it if nobody has
ip netns exec n1 etcdctl lease grant 3 | cut -d ' ' -f 2 > ada
printf 'mod("lock") = "0"\n\nput lock ada --lease=%s\n\n\n' "$(cat ada)" | \
  ip netns exec n1 etcdctl txn

# Bob does the same through another node, and learns who was first
printf 'mod("lock") = "0"\n\nput lock bob\n\nget lock\n\n' | \
  ip netns exec n2 etcdctl txn
ip netns exec n2 etcdctl get lock --write-out=fields | grep ModRevision

# Ada is silent; when the lease has ended, bob gets the lock
while ip netns exec n3 etcdctl get lock | grep -q .; do sleep 0.1; done
printf 'mod("lock") = "0"\n\nput lock bob\n\nget lock\n\n' | \
  ip netns exec n2 etcdctl txn
ip netns exec n2 etcdctl get lock --write-out=fields | grep ModRevision
ip netns exec n2 etcdctl put report "by bob"

# Ada goes on where she was. With her token the write is refused
printf 'mod("lock") = "2"\n\nput report "by ada"\n\nget report\n\n' | \
  ip netns exec n1 etcdctl txn

# Without it nothing refuses
ip netns exec n1 etcdctl put report "by ada"
ip netns exec n2 etcdctl get report
