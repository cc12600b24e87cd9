#!/bin/sh
# Does one thing and ends well.
echo "oneshot: done"
