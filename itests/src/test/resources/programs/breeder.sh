#!/bin/sh
# Leaves processes without a parent, some of which end at once, and exits with status 7 later.
(sleep 0.3 & sleep 0.2 & sh -c 'exit 5' &)
sleep 2
exit 7
