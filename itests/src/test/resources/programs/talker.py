"""talker.py: writes what it is told to: lines of `out` or `err` and bytes in hexadecimal digits."""
import os
import sys

for line in sys.stdin:
    stream, digits = line.split()
    os.write({"out": 1, "err": 2}[stream], bytes.fromhex(digits))
