#!/usr/bin/env python3
"""An event listener built on Supervisor's own library."""

import sys

from supervisor import childutils


def main(record):
    with open(record, "a", encoding="utf-8", newline="") as out:
        while True:
            headers, payload = childutils.listener.wait(sys.stdin, sys.stdout)
            line = " ".join("%s:%s" % header for header in headers.items())
            out.write(line + "\n" + payload + "\n")
            out.flush()
            childutils.listener.ok(sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
