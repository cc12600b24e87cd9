#!/bin/sh
# first_run_exits.sh FILE STATUS: the first run ends after a while with the status, any later one stays.
if [ -e "$1" ]; then exec sleep 1000; fi
: > "$1"
sleep 2
exit "$2"
