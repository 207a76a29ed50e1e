# Three etcd nodes, each in a network namespace of its own behind one bridge;
# the leader's link is cut and mended. Prints what the two sides answer. Runs
# where it is root and may mount: what it writes ends with its namespace.
set -eu
mount -t tmpfs tmpfs /mnt
cd /mnt
trap '[ $? = 0 ] || tail -n 5 ./*.log' EXIT
trap 'exit 1' TERM

on() { nsenter --net="/proc/${nodes[$1]}/ns/net" "${@:2}"; }
ctl() {
  on "$1" etcdctl --endpoints="http://10.0.0.$1:2379" --command-timeout=2s \
    "${@:2}" 2>>"client.log"
}
try() { "$@" >/dev/null && echo accepted || echo refused; }

ip link add bridge type bridge
ip link set bridge up
everyone=n1=http://10.0.0.1:2380,n2=http://10.0.0.2:2380,n3=http://10.0.0.3:2380
for i in 1 2 3; do
  here="http://10.0.0.$i"
  unshare --net bash -c "
    until ip link set eth$i up 2>/dev/null; do sleep 0.05; done
    ip link set lo up
    ip address add 10.0.0.$i/24 dev eth$i
    exec etcd --name n$i --data-dir $i --initial-cluster $everyone \
      --listen-client-urls $here:2379 --advertise-client-urls $here:2379 \
      --listen-peer-urls $here:2380 --initial-advertise-peer-urls $here:2380
  " >"$i.log" 2>&1 &
  nodes[$i]=$!
  until [ "$(readlink /proc/self/ns/net)" != \
    "$(readlink "/proc/${nodes[$i]}/ns/net")" ]; do sleep 0.05; done
  ip link add "port$i" type veth peer name "eth$i" netns "${nodes[$i]}"
  ip link set "port$i" master bridge up
done

until ctl 1 put seat free >/dev/null; do sleep 0.1; done
for i in 1 2 3; do
  until ctl $i get seat --consistency=s | grep -q free; do sleep 0.1; done
  ! ctl $i endpoint status | cut -d, -f5 | grep -q true || leader=$i
done
other=$((leader % 3 + 1))

ip link set "port$leader" down
until ctl $other put seat ada >/dev/null; do sleep 0.1; done
echo "majority write: accepted"
echo "minority write: $(try ctl $leader put seat bob)"
echo "minority read, linearizable: $(try ctl $leader get seat)"
echo "minority read, serializable:" \
  "$(ctl $leader get seat --consistency=s --print-value-only)"

ip link set "port$leader" up
until ctl $leader get seat >/dev/null; do sleep 0.1; done
echo "mended: $(ctl $leader get seat --print-value-only)"
