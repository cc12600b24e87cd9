#!/bin/sh
# Needs three seconds to put things in order when it is stopped.
trap 'echo "slowstop: tidying up"; kill "$waiting"; sleep 3; exit 0' TERM
echo "slowstop: up"
sleep 100000 &
waiting=$!
wait
