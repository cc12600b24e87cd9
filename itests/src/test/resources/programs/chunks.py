"""chunks.py LOG COUNT SIZE: writes chunks one by one, each when the one before has reached LOG.

So a daemon sees each chunk apart, and every rule that is applied after a read gives the same files.
"""
import os
import sys
import time

log, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def content(name):
    try:
        with open(name, "rb") as f:
            return f.read()
    except FileNotFoundError:
        return b""


def has_arrived(chunk, before):
    now = content(log)
    if not now and before:
        # Rotated away, or emptied where there are no backups.
        return True
    return now.endswith(chunk)


for number in range(count):
    chunk = (b"%06d " % number).ljust(size - 1, b"abcdefghij"[number % 10:number % 10 + 1]) + b"\n"
    before = content(log)
    os.write(1, chunk)
    while not has_arrived(chunk, before):
        time.sleep(0.01)
time.sleep(1000)
