"""Events through listeners."""

import os
import time

from .daemon import HERE, Daemon
from .figures import Figure

POOL = """
[eventlistener:pool]
command=python3 -u {here}/listener.py {{dir}}/counts
events=REMOTE_COMMUNICATION
process_name=%(program_name)s_%(process_num)d
numprocs={count}
buffer_size=100000
stdout_logfile=NONE
"""


def many(rpc, count):
    """A request that sends so many events, made beforehand: to put one together takes longer than to serve it."""
    return rpc.request("system.multicall", [{"methodName": "supervisor.sendRemoteCommEvent", "params": ["t", "d"]}] * count)


def throughput(kind, listeners, total=20000):
    with Daemon(kind, POOL.format(here=HERE, count=listeners)) as daemon:
        rpc = daemon.rpc()
        time.sleep(3)
        counts = daemon.directory + "/counts"
        calls = many(rpc, 500)
        began = time.monotonic()
        for _ in range(total // 500):
            rpc.raw(calls)
        sent = time.monotonic() - began
        while not os.path.exists(counts) or os.path.getsize(counts) < total:
            time.sleep(0.01)
            if time.monotonic() - began > 120:
                raise TimeoutError(f"{kind}: {os.path.getsize(counts)} of {total} events arrived")
        return total / max(time.monotonic() - began, sent)


def listeners():
    for count, goal in ((1, 5), (4, None)):
        yield Figure(
            "events through one listener" if count == 1 else f"events through a pool of {count}", "/s",
            throughput("steward", count), throughput("debian", count), True, goal=goal,
            note="sent by multicall in the same run; the listener is Python")
