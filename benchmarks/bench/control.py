"""RPC, supervisorctl and log followers."""

import subprocess
import threading
import time
import xmlrpc.client

from .daemon import Daemon, UnixConnection
from .figures import Figure, median, percentile
from .supervision import MANY, Fifo, crowd

LISTING = xmlrpc.client.dumps((), "supervisor.getAllProcessInfo").encode()
STATE = xmlrpc.client.dumps((), "supervisor.getState").encode()
TALKER = """
[program:talker]
command=/bin/sh -c 'while :; do echo a line of output; sleep 0.05; done'
startsecs=0
stdout_logfile={dir}/talker.log
[program:flood]
command=cat /dev/zero
startsecs=0
autostart=false
stdout_logfile={dir}/flood.log
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=1
"""


def latencies(rpc, body, seconds):
    times, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        rpc.raw(body)
        times.append((time.monotonic() - began) * 1000)
    return times


def calls():
    rates, listing, tails = {}, {}, {}
    for kind in Daemon.kinds:
        daemon = Daemon(kind, crowd(MANY))
        fifo = Fifo(daemon)
        with daemon:
            fifo.lines(MANY)
            rpc = daemon.rpc()
            latencies(rpc, STATE, 3)
            rates[kind] = len(latencies(rpc, STATE, 5)) / 5
            latencies(rpc, LISTING, 3)
            times = latencies(rpc, LISTING, 5)
            listing[kind], tails[kind] = median(times), percentile(times, 0.99)
        fifo.close()
    yield Figure("getState over one connection", "/s", rates["steward"], rates["debian"], True, goal=3)
    yield Figure(f"getAllProcessInfo, {MANY} programs, median", "ms", listing["steward"], listing["debian"], goal=30)
    yield Figure(f"getAllProcessInfo, {MANY} programs, p99", "ms", tails["steward"], tails["debian"])


def latency_under_flood():
    idle, busy = {}, {}
    for kind in Daemon.kinds:
        with Daemon(kind, TALKER) as daemon:
            rpc = daemon.rpc()
            latencies(rpc, STATE, 3)
            idle[kind] = percentile(latencies(rpc, STATE, 5), 0.99)
            rpc("supervisor.startProcess", "flood", False)
            time.sleep(1)
            busy[kind] = percentile(latencies(rpc, STATE, 5), 0.99)
    yield Figure("getState p99, idle", "ms", idle["steward"], idle["debian"])
    yield Figure("getState p99 while a child floods its log", "ms", busy["steward"], busy["debian"],
                 note=f"{busy['steward'] / idle['steward']:.1f} of Steward's idle value; goal 2")


def command_line():
    times = {}
    for kind in Daemon.kinds:
        with Daemon(kind, TALKER) as daemon:
            daemon.rpc()
            runs = []
            for _ in range(15):
                began = time.monotonic()
                subprocess.run([daemon.binary("supervisorctl"), "-c", daemon.config, "status"],
                               stdout=subprocess.DEVNULL, check=False)
                runs.append(time.monotonic() - began)
            times[kind] = median(runs)
    yield Figure("`supervisorctl status`", "s", times["steward"], times["debian"], goal=2)


class Follower(threading.Thread):
    def __init__(self, path):
        super().__init__(daemon=True)
        self.connection, self.seen = UnixConnection(path), 0

    def run(self):
        try:
            self.connection.request("GET", "/logtail/talker/stdout")
            answer = self.connection.getresponse()
            while answer.read1(4096):
                self.seen += 1
        except Exception:  # the daemon's end ends the follower
            pass


def followers(count=200, seconds=10):
    cpu, latency = {}, {}
    for kind in Daemon.kinds:
        with Daemon(kind, TALKER) as daemon:
            rpc = daemon.rpc()
            crowd_of = [Follower(daemon.socket) for _ in range(count)]
            for follower in crowd_of:
                follower.start()
            time.sleep(3)
            before = daemon.cpu()
            times = []
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                began = time.monotonic()
                rpc.raw(STATE)
                times.append((time.monotonic() - began) * 1000)
                time.sleep(0.02)
            cpu[kind] = (daemon.cpu() - before) / seconds * 100
            latency[kind] = percentile(times, 0.99)
            if sum(1 for follower in crowd_of if follower.seen) < count * 0.9:
                raise AssertionError(f"{kind}: followers saw nothing")
    yield Figure(f"{count} tail followers: daemon CPU", "%", cpu["steward"], cpu["debian"],
                 note="Debian's looks at the file once a second, Steward's at each line")
    yield Figure(f"{count} tail followers: getState p99", "ms", latency["steward"], latency["debian"])
