#!/bin/sh
# gentle.sh STATUS: leaves with the status when it is told to end, by whatever signal.
for signal in HUP INT QUIT TERM USR1 USR2; do
  # shellcheck disable=SC2064 # the name is meant as it is now
  trap "echo got $signal; exit $1" "$signal"
done
echo ready
while :; do sleep 0.1; done
