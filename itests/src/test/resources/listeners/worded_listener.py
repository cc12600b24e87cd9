#!/usr/bin/env python3
"""An event listener that answers with a word of its own."""

import sys

from supervisor import childutils


def main(record, word):
    with open(record, "a", encoding="utf-8") as out:
        while True:
            _, payload = childutils.listener.wait(sys.stdin, sys.stdout)
            out.write(payload + "\n")
            out.flush()
            childutils.listener.send(word, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
