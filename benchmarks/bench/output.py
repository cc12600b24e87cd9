"""Log throughput, and what it costs."""

import os
import subprocess
import tempfile
import time

from .daemon import Daemon
from .figures import Figure, median

MEBIBYTE = 1 << 20
SIZE = 1024 * MEBIBYTE
FLOOD = """
[program:flood]
command=/bin/sh -c 'head -c {size} /dev/zero; echo done > {{dir}}/done; exec sleep 1000'
startsecs=0
autostart=false
stdout_logfile={{dir}}/flood.log
stdout_logfile_maxbytes=0
"""


def flood(kind):
    with Daemon(kind, FLOOD.format(size=SIZE)) as daemon:
        rpc = daemon.rpc()
        log = daemon.directory + "/flood.log"
        before, began = daemon.cpu(), time.monotonic()
        rpc("supervisor.startProcess", "flood", False)
        while not os.path.exists(log) or os.path.getsize(log) < SIZE:
            time.sleep(0.005)
            if time.monotonic() - began > 120:
                raise TimeoutError("the flood does not end")
        return SIZE / MEBIBYTE / (time.monotonic() - began), daemon.cpu() - before


def cat():
    with tempfile.TemporaryDirectory() as directory:
        began = time.monotonic()
        before = os.times()
        subprocess.run(f"head -c {SIZE} /dev/zero | cat > {directory}/out", shell=True, check=True)
        return SIZE / MEBIBYTE / (time.monotonic() - began)


def log_throughput():
    speeds, costs = {}, {}
    for kind in Daemon.kinds:
        runs = [flood(kind) for _ in range(3)]
        speeds[kind] = median([run[0] for run in runs])
        costs[kind] = median([run[1] for run in runs])
    reference = median([cat() for _ in range(3)])
    share = speeds["steward"] / reference
    yield Figure("one program floods its log", "MiB/s", speeds["steward"], speeds["debian"], more_is_better=True,
                 note=f"`cat >file`: {reference:.0f} MiB/s, Steward {share:.2f} of it; goal 0.9")
    yield Figure("daemon CPU per GiB logged", "s", costs["steward"], costs["debian"], goal=3)
