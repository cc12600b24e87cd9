"""count_events.py FILE: a listener that counts events by type, in FILE; its own apart."""
import os
import sys

counts = {}
while True:
    sys.stdout.write("READY\n")
    sys.stdout.flush()
    header = dict(pair.split(":", 1) for pair in sys.stdin.readline().split())
    body = sys.stdin.read(int(header["len"]))
    own = "own " if "processname:counter " in body else ""
    for name in {header["eventname"], own + header["eventname"]}:
        counts[name] = counts.get(name, 0) + 1
    with open(sys.argv[1] + ".new", "w") as out:
        out.writelines("%s %d\n" % item for item in counts.items())
    os.rename(sys.argv[1] + ".new", sys.argv[1])
    sys.stdout.write("RESULT 2\nOK")
