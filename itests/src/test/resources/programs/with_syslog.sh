#!/bin/sh
# with_syslog.sh FOLDER COMMAND...: runs the command where /dev/log is the socket FOLDER/log. Needs a
# mount namespace of its own, as `unshare --mount` makes it.
set -eu
folder=$1
shift
for device in null zero full random urandom tty; do
  : > "$folder/$device"
  mount --bind "/dev/$device" "$folder/$device"
done
ln -s /proc/self/fd "$folder/fd"
ln -s /proc/self/fd/1 "$folder/stdout"
ln -s /proc/self/fd/2 "$folder/stderr"
mount --rbind "$folder" /dev
exec "$@"
