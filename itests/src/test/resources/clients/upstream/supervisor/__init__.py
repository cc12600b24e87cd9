"""Debian's package, but for the programs."""
import os
import sys

__path__.append("/usr/lib/python3/dist-packages/supervisor")


def become(program):
    os.execv(os.path.join(os.environ["BIN"], program), [program] + sys.argv[1:])
