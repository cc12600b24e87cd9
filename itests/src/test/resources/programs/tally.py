"""tally.py FILE [SECONDS]: an event listener that counts what it hears, by name, in FILE; it takes its time for each.

Events of the group "flap" are counted apart, as "flap NAME". FILE is written whenever there is nothing to hear.
"""
import os
import select
import sys
import time

file = sys.argv[1]
pause = float(sys.argv[2]) if len(sys.argv) > 2 else 0
counts = {"all": 0}


def save():
    with open(file + ".new", "w") as out:
        out.writelines("%s=%d\n" % item for item in counts.items())
    os.rename(file + ".new", file)


while True:
    os.write(1, b"READY\n")
    if not select.select([0], [], [], 0.1)[0]:
        save()
    header = dict(word.split(":") for word in sys.stdin.readline().split())
    payload = sys.stdin.read(int(header["len"]))
    names = ["all", header["eventname"]]
    if "groupname:flap " in payload:
        names.append("flap " + header["eventname"])
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    time.sleep(pause)
    os.write(1, b"RESULT 2\nOK")
