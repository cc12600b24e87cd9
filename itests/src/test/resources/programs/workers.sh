#!/bin/sh
# workers.sh [deaf]: two workers and a parent; a deaf family ignores SIGTERM.
[ "${1-}" != deaf ] || trap '' TERM
sleep 1000 & sleep 1000 &
echo ready
wait
while :; do sleep 0.5; done
