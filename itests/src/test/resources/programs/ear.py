"""ear.py FILE: an event listener that writes a line an event to FILE: numbers, name and payload."""
import os
import sys

with open(sys.argv[1], "ab", buffering=0) as heard:
    while True:
        os.write(1, b"READY\n")
        line = sys.stdin.readline()
        header = dict(word.split(":") for word in line.split())
        payload = sys.stdin.read(int(header["len"]))
        heard.write(("%s %s %s %s\n" % (
            header["serial"], header["poolserial"], header["eventname"],
            payload.replace("\n", " "))).encode())
        os.write(1, b"RESULT 2\nOK")
