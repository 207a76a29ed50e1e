# Three etcd nodes, each in a network of its own behind one bridge; node N is
# reached by `ip netns exec nN`, and `ip link set portN down` cuts it off.
# Then runs the commands that it reads, each ended by a NUL, and answers each
# the same way. Needs to be root, in mount, network and process namespaces of
# its own: what it writes and starts ends with them.
set -eu
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /mnt
cd /mnt
exec 2>&1
trap '[ $? = 0 ] || tail -n 5 ./*.log' EXIT

ip link add bridge type bridge
ip link set bridge up
everyone=n1=http://10.0.0.1:2380,n2=http://10.0.0.2:2380,n3=http://10.0.0.3:2380
for i in 1 2 3; do
  here="http://10.0.0.$i"
  ip netns add "n$i"
  ip link add "port$i" type veth peer name eth0 netns "n$i"
  ip link set "port$i" master bridge up
  ip -n "n$i" link set lo up
  ip -n "n$i" address add "10.0.0.$i/24" dev eth0
  ip -n "n$i" link set eth0 up
  ip netns exec "n$i" etcd --name "n$i" --data-dir "$i" \
    --initial-cluster "$everyone" \
    --listen-client-urls "$here:2379,http://127.0.0.1:2379" \
    --advertise-client-urls "$here:2379" --listen-peer-urls "$here:2380" \
    --initial-advertise-peer-urls "$here:2380" </dev/null >"$i.log" 2>&1 &
done

all=10.0.0.1:2379,10.0.0.2:2379,10.0.0.3:2379
ctl() { ip netns exec n1 etcdctl --endpoints="$all" "$@" 2>>client.log; }
until ctl endpoint health >/dev/null; do sleep 0.1; done
first=$(ctl member list | sed -n 's/, started, n1,.*//p')
leads() { ctl endpoint status | grep -q "^10.0.0.1:.*, true, false,"; }
# Whoever leads hands over; the two others refuse.
until leads; do
  for i in 1 2 3; do
    ip netns exec "n$i" etcdctl move-leader "$first" >>client.log 2>&1 || true
  done
done

printf '\0'
while read -r -d '' command; do
  timeout 30 bash -c "$command" </dev/null || true
  printf '\0'
done
