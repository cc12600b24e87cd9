#!/bin/sh
# worker.sh NAME: waits for work that never comes.
echo "worker $1: up${GREETING:+, $GREETING}"
exec sleep 100000
