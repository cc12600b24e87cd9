#!/usr/bin/env python3
"""An event listener that breaks the rules once, in the way its second argument says."""

import io
import os
import sys
import time

STDIN = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="\n")


def say(words):
    sys.stdout.write(words)
    sys.stdout.flush()


def say_slowly(words):
    for character in words:
        say(character)
        time.sleep(0.01)


def stay():
    while True:
        time.sleep(3600)


def receive(record):
    line = STDIN.readline()
    if not line:
        sys.exit(0)
    headers = dict(token.split(":", 1) for token in line.split())
    payload = STDIN.read(int(headers["len"]))
    with open(record, "a", encoding="utf-8", newline="") as out:
        out.write(line + payload + "\n")


def first_time(record):
    """Whether no process of this record has misbehaved yet."""
    try:
        os.close(os.open(record + ".misbehaved", os.O_CREAT | os.O_EXCL))
        return True
    except FileExistsError:
        return False


def hold(record):
    """Waits until it may go on."""
    while not os.path.exists(record + ".go"):
        time.sleep(0.01)


def misbehave_before_ready(mode):
    if mode == "early":
        say("READY\nREADY\n")
        stay()
    if mode == "deaf":
        os.close(0)
        say("READY\n")
        stay()
    if mode == "mute":
        say("READY\n")
        stay()


def misbehave_with_event(mode):
    """Answers in a wrong way; false where it is the mode to answer well."""
    if mode == "fail":
        say("RESULT 4\nFAIL")
        return True
    if mode == "die":
        sys.exit(1)
    if mode == "garbage":
        say("no result\n")
        stay()
    return False


def main(record, mode):
    wrong = mode not in ("slow", "hold") and first_time(record)
    speak = say_slowly if mode == "slow" else say
    heard = 0
    if wrong:
        misbehave_before_ready(mode)
    while True:
        speak("READY\n")
        receive(record)
        sys.stderr.write("%s heard %d\n" % (mode, heard))
        heard += 1
        if mode == "hold":
            hold(record)
        if wrong and misbehave_with_event(mode):
            wrong = False
            continue
        speak("RESULT 2\nOK")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
