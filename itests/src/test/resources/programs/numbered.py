"""numbered.py PATTERN FILE: writes numbered lines until it is told to stop, then to FILE how many."""
import os
import signal
import sys
import time

pattern, count_file = sys.argv[1:]
stopped = False


def stop(*_):
    global stopped
    stopped = True


def write(data):
    while data:
        data = data[os.write(2 if pattern == "stderr" else 1, data):]


signal.signal(signal.SIGTERM, stop)
number = 0
while not stopped:
    if pattern == "marked":
        line = b"<!--XSUPERVISOR:BEGIN-->%d<!--XSUPERVISOR:END-->" % number
    else:
        line = b"%d %s\n" % (number, b"x" * (number % 150))
    if pattern in ("torn", "marked"):
        for at in range(0, len(line), 7):
            write(line[at:at + 7])
    else:
        write(line)
    number += 1
    if pattern != "burst":
        time.sleep(0.01 if pattern == "marked" else 0.001)
    elif number % 2000 == 0:
        time.sleep(0.1)
with open(count_file, "w") as file:
    print(number, file=file)
