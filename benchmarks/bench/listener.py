"""An event listener that answers as fast as it can and notes each event as one byte in a file."""

import os
import sys

counts = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
source, sink = sys.stdin.buffer, sys.stdout.fileno()
os.write(sink, b"READY\n")
while True:
    header = source.readline()
    if not header:
        break
    source.read(int(header.rsplit(b"len:", 1)[1]))
    os.write(counts, b".")
    os.write(sink, b"RESULT 2\nOKREADY\n")
