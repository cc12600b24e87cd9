#!/bin/sh
# prefork.sh N: forks N workers, which end with it only if they get its signals too.
trap 'exit 0' TERM
count=$1
while [ "$count" -gt 0 ]; do
  sleep 100000 &
  echo "prefork: worker $!"
  count=$((count - 1))
done
wait
