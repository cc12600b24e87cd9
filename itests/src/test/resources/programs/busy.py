"""busy.py PERCENT MIB [requests]: takes about so much of a processor and of memory, now more and now less.

With "requests" it logs as a server does.
"""
import math
import os
import random
import sys
import time

percent, mib = float(sys.argv[1]), int(sys.argv[2])
phase = os.getpid() % 60
logs = len(sys.argv) > 3
paths = ["/", "/cart", "/orders/1042", "/orders/1043/items", "/products?page=2", "/products/77", "/login"]


def log_requests():
    for _ in range(random.randrange(3)):
        path, took = random.choice(paths), int(random.expovariate(1 / 30)) + 2
        level, words = ("WARN", "slow ") if took > 90 else ("INFO", "")
        print(f"{time.strftime('%H:%M:%S')} {level} {words}GET {path} 200 {took} ms", flush=True)
    if random.random() < 0.02:
        print(f"{time.strftime('%H:%M:%S')} ERROR POST /orders 502: payment did not answer", flush=True)


while True:
    if logs:
        log_requests()
    swing = 1 + 0.8 * math.sin((time.monotonic() + phase * 7) / 23)
    held = bytearray(int(mib * (2 + swing) / 3) << 20)
    for place in range(0, len(held), 4096):
        held[place] = 1
    end = time.process_time() + percent / 100 * swing
    while time.process_time() < end:
        pass
    time.sleep(max(0.1, 1 - percent / 100 * swing))
