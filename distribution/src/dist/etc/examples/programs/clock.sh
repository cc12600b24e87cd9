#!/bin/sh
# Tells the time every five seconds.
trap 'kill "$pause"; echo "clock: stopped"; exit 0' TERM
while :; do
  date
  sleep 5 &
  pause=$!
  wait
done
