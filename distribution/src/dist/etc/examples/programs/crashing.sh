#!/bin/sh
# Runs for twenty seconds and fails.
echo "crashing: up"
sleep 20
echo "crashing: something went wrong" >&2
exit 70
