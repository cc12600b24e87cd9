"""busy.py PERCENT MIB: takes about so much of a processor and of memory, now more and now less."""
import math
import os
import sys
import time

percent, mib = float(sys.argv[1]), int(sys.argv[2])
phase = os.getpid() % 60
while True:
    swing = 1 + 0.8 * math.sin((time.monotonic() + phase * 7) / 23)
    held = bytearray(int(mib * (2 + swing) / 3) << 20)
    for place in range(0, len(held), 4096):
        held[place] = 1
    end = time.process_time() + percent / 100 * swing
    while time.process_time() < end:
        pass
    time.sleep(max(0.1, 1 - percent / 100 * swing))
