"""Starting, restarting and stopping programs; start-up; rest."""

import os
import select
import signal
import time

from .daemon import Daemon
from .figures import Figure, median

MANY = 1000
LOTS = 4000
NEEDLE = """
[program:needle]
command=/bin/sh -c 'echo $$ > {dir}/fifo; exec sleep 1000'
startsecs=0
autorestart=true
stdout_logfile=NONE
stderr_logfile=NONE
"""
CROWD = """
[program:crowd]
command=/bin/sh -c 'echo x > {dir}/fifo; exec sleep 1000'
process_name=%(program_name)s_%(process_num)d
numprocs=%d
startsecs=0
stdout_logfile=NONE
stderr_logfile=NONE
"""


def crowd(count):
    return CROWD.replace("numprocs=%d", f"numprocs={count}")


class Fifo:
    """Where children say that they have started."""

    def __init__(self, daemon):
        path = daemon.directory + "/fifo"
        os.mkfifo(path)
        self.fd = os.open(path, os.O_RDWR | os.O_NONBLOCK)

    def read(self, patience=60):
        if not select.select([self.fd], [], [], patience)[0]:
            raise TimeoutError("no child said that it has started")
        return os.read(self.fd, 65536)

    def lines(self, count):
        seen = 0
        while seen < count:
            seen += self.read().count(b"\n")

    def close(self):
        os.close(self.fd)


def restarts(fifo, pid, rounds):
    """Kills the needle again and again; its last pid, and the milliseconds to each next start."""
    times = []
    for _ in range(rounds):
        time.sleep(0.3)
        began = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        pid = int(fifo.read())
        times.append((time.monotonic() - began) * 1000)
    return pid, times


def restart(kind, rounds):
    daemon = Daemon(kind, NEEDLE)
    fifo = Fifo(daemon)
    with daemon:
        _, times = restarts(fifo, int(fifo.read()), rounds)
    fifo.close()
    return median(times)


def exit_to_restart():
    yield Figure("exit of a program to its next start", "ms", restart("steward", 15), restart("debian", 7), goal=200)


def restart_among(others, rounds):
    """Milliseconds to the next start, and of CPU a restart takes, beside so many that just run."""
    daemon = Daemon("steward", NEEDLE.replace("[program:needle]", "[program:needle]\npriority=1000") + crowd(others))
    fifo = Fifo(daemon)
    with daemon:
        seen = []
        while len(seen) < others + 1:
            seen += fifo.read().split()
        pid = next(int(word) for word in seen if word != b"x")
        pid, _ = restarts(fifo, pid, 20)
        time.sleep(5)
        before = daemon.cpu()
        _, times = restarts(fifo, pid, rounds)
        cpu = (daemon.cpu() - before) / rounds * 1000
    fifo.close()
    return median(times), cpu


def scale():
    """The cost of an event among few and among many programs, of Steward alone."""
    few, lots = restart_among(10, 50), restart_among(LOTS, 50)
    for others, (latency, cpu) in ((10, few), (LOTS, lots)):
        yield Figure(f"exit to next start beside {others} programs", "ms", latency, None)
        yield Figure(f"daemon CPU for a restart beside {others} programs", "ms", cpu, None)


def up_and_down():
    ups, downs, memory = {}, {}, {}
    for kind in Daemon.kinds:
        daemon = Daemon(kind, crowd(MANY))
        fifo = Fifo(daemon)
        with daemon:
            fifo.lines(MANY)
            ups[kind] = time.monotonic() - daemon.began
            daemon.rpc()
            time.sleep(3)
            memory[kind] = daemon.rss()
            downs[kind] = daemon.stop()
        fifo.close()
    yield Figure(f"{MANY} programs: exec to all started", "s", ups["steward"], ups["debian"], goal=4)
    yield Figure(f"{MANY} programs: SIGTERM to exit", "s", downs["steward"], downs["debian"], goal=6)
    yield Figure(f"resident memory with {MANY} programs", "MB", memory["steward"], memory["debian"], note="goal: 96 MB")


def start_up():
    first, answer = {}, {}
    for kind in Daemon.kinds:
        firsts, answers = [], []
        for _ in range(5):
            daemon = Daemon(kind, NEEDLE)
            fifo = Fifo(daemon)
            with daemon:
                fifo.read()
                firsts.append(time.monotonic() - daemon.began)
                daemon.rpc()
                answers.append(time.monotonic() - daemon.began)
            fifo.close()
        first[kind], answer[kind] = median(firsts), median(answers)
    yield Figure("exec to the first child started", "s", first["steward"], first["debian"], note="goal: 0.4 s")
    yield Figure("exec to the first RPC answer", "s", answer["steward"], answer["debian"], note="goal: 0.7 s")


def rest():
    seconds = 20
    for count in (10, MANY):
        cpu, wakes, memory = {}, {}, {}
        for kind in Daemon.kinds:
            daemon = Daemon(kind, crowd(count))
            fifo = Fifo(daemon)
            with daemon:
                fifo.lines(count)
                daemon.rpc()
                time.sleep(5)
                before, woken = daemon.cpu(), daemon.wakeups()
                time.sleep(seconds)
                cpu[kind] = (daemon.cpu() - before) / seconds * 100
                wakes[kind] = (daemon.wakeups() - woken) / seconds
                memory[kind] = daemon.rss()
            fifo.close()
        yield Figure(f"idle CPU with {count} programs", "%", cpu["steward"], cpu["debian"])
        yield Figure(f"idle wake-ups with {count} programs", "/s", wakes["steward"], wakes["debian"])
        if count == 10:
            yield Figure("resident memory, 10 programs", "MB", memory["steward"], memory["debian"], note="goal: 80 MB")
