"""emit.py WHAT...: writes one thing after the other, and stays or, after `exit`, leaves at once."""
import os
import random
import sys
import time


def write(fd, data):
    while data:
        data = data[os.write(fd, data):]


for what in sys.argv[1:]:
    if what == "binary":
        write(1, random.Random(7).randbytes(300000) + bytes(range(256)) * 8)
    elif what == "both":
        for number in range(500):
            write(1, b"out %d\n" % number)
            write(2, b"err %d\n" % number)
    elif what == "colours":
        write(1, b"plain \x1b[31mred\x1b[0m \x1b[1;32mbold green\x1b[m \x1b[2J\x1b[H end\n")
        for part in (b"split \x1b", b"[3", b"4mblue\x1b[0", b"m done\n"):
            write(1, part)
            time.sleep(0.3)
    elif what == "captured":
        write(1, b"before<!--XSUPERVISOR:BEGIN-->told to the listeners<!--XSUPERVISOR:END-->after\n")
        time.sleep(0.3)
        for part in (b"x<!--XSUPERV", b"ISOR:BEGIN-->in pa", b"rts<!--XSUPERVISOR:E", b"ND-->y\n"):
            write(1, part)
            time.sleep(0.3)
        # More than a tag, as Debian's keeps back what is shorter.
        write(1, b"and a line that is longer than a tag, which ends it all\n")
    elif what == "megabyte":
        write(1, b"0123456789abcde\n" * 65536)
    elif what == "exit":
        os._exit(0)
    else:
        write(1, what.encode() + b"\n")
time.sleep(1000)
