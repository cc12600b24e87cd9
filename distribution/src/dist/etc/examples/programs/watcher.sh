#!/bin/sh
# An event listener: says READY, reads a header line and as many bytes as it announces, answers.
# Whatever it has to say itself goes to stderr, as stdout belongs to the protocol.
echo READY
while read -r header; do
  length=${header##*len:}
  event=${header##*eventname:}
  payload=$(dd bs=1 count="${length%% *}" 2>/dev/null)
  echo "watcher: ${event%% *} $payload" >&2
  printf 'RESULT 2\nOK'
  echo READY
done
