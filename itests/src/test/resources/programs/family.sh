#!/bin/sh
# family.sh: a parent whose descendants leave it in every way there is: its process group, its
# session, their own parents.
sleep 1000 &
setsid sleep 1000 &
setsid sh -c 'sleep 1000 & :' &
(setsid sh -c 'trap "" TERM HUP; sleep 1000 & :' &)
exec sleep 1000
