#!/bin/sh
# Fails at once.
echo "flapping: cannot find what it needs" >&2
exit 1
