"""Runs a command at a terminal of its own and types to it.

    terminal.py COMMAND... < STEPS

STEPS are lines of JSON: [TEXT, KEYS, SECONDS] waits until the screen shows TEXT, looking only at what
came since the last keys and after the last TEXT, waits SECONDS more, and types KEYS, if not null.
What the terminal showed goes to standard output, without escape sequences; the exit status is the
command's, or 99 where a text was waited for in vain.
"""
import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time

PATIENCE = 60
ESCAPE = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r")


def main():
    steps = [json.loads(line) for line in sys.stdin if line.strip()]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(sys.argv[1], sys.argv[1:])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 120, 0, 0))
    fresh = b""
    for text, keys, seconds in steps:
        fresh, there = show_until(terminal, fresh, text)
        if not there:
            os.kill(pid, 9)
            sys.stderr.write("expected %r, saw %r\n" % (text, fresh))
            sys.exit(99)
        time.sleep(seconds)
        if keys:
            fresh = b""
            os.write(terminal, keys.encode())
    show_until(terminal, fresh, None)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def show_until(terminal, fresh, text):
    """Shows what comes until the text is there, or to the end without a text. Returns the rest."""
    deadline = time.monotonic() + PATIENCE
    while text is None or text.encode() not in fresh:
        ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
        try:
            more = os.read(terminal, 4096) if ready else b""
        except OSError:  # the command has ended
            more = b""
        if not more:
            return fresh, text is None
        sys.stdout.buffer.write(ESCAPE.sub(b"", more))
        sys.stdout.buffer.flush()
        fresh = ESCAPE.sub(b"", fresh + more)
    return fresh.split(text.encode(), 1)[1], True


main()
