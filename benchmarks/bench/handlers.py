"""Events to a handler of a plugin, inside the daemon. Supervisor has no such thing."""

import glob
import os
import shutil
import signal
import subprocess
import tempfile
import time

from .daemon import HERE, Daemon, steward_home
from .events import many
from .figures import Figure, median
from .supervision import Fifo

SOURCE = os.path.dirname(HERE) + "/plugin"
NEEDLE = """
[program:needle]
command=sleep 1000
startsecs=0
autorestart=true
"""
MANIFEST = """Bundle-ManifestVersion: 2
Bundle-SymbolicName: org.steward.bench
Bundle-Activator: org.steward.bench.Bench
Import-Package: org.osgi.framework,org.steward.api.event
"""


def build(folder):
    """Makes the plugin's jar in a folder."""
    jdk = os.environ["JAVA_HOME"] + "/bin/"
    lib = steward_home() + "lib/"
    path = ":".join(glob.glob(lib + "bundles/1/api-*.jar") + [lib + "framework.jar"])
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([jdk + "javac", "-nowarn", "-cp", path, "-d", work + "/classes", *glob.glob(SOURCE + "/**/*.java", recursive=True)], check=True)
        with open(work + "/manifest", "w") as manifest:
            manifest.write(MANIFEST)
        subprocess.run([jdk + "jar", "-cfm", folder + "/bench.jar", work + "/manifest", "-C", work + "/classes", "."], check=True)


class Handler:
    """A daemon with the plugin in it, and the pipe it writes to."""

    def __enter__(self):
        self.plugins = tempfile.mkdtemp(prefix="bench-plugins-")
        build(self.plugins)
        self.daemon = Daemon("steward", NEEDLE)
        self.fifo = Fifo(self.daemon)
        os.environ.update(STEWARD_PLUGINS=self.plugins, BENCH_FIFO=self.daemon.directory + "/fifo")
        self.daemon.start()
        self.fifo.read()
        return self

    def __exit__(self, *failure):
        self.daemon.__exit__(*failure)
        self.fifo.close()
        shutil.rmtree(self.plugins)
        del os.environ["STEWARD_PLUGINS"], os.environ["BENCH_FIFO"]


def latency(handler, rounds=50):
    rpc = handler.daemon.rpc()
    times = []
    last = 0
    while len(times) < rounds:
        pid = rpc("supervisor.getProcessInfo", "needle")["pid"]
        if pid in (0, last):
            time.sleep(0.002)
            continue
        last = pid
        began = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        handler.fifo.read()
        times.append((time.monotonic() - began) * 1000)
    return median(times)


def throughput(handler, total=20000):
    rpc = handler.daemon.rpc()
    calls = many(rpc, 500)
    began = time.monotonic()
    told = 0
    for _ in range(total // 500):
        rpc.raw(calls)
    while told < total // 100:
        told += len(handler.fifo.read())
    return total / (time.monotonic() - began)


def handlers():
    with Handler() as handler:
        yield Figure("exit of a program to a plugin's event handler", "ms", latency(handler), None, note="kill -9 to a byte in a pipe")
        yield Figure("events through a plugin's handler", "/s", throughput(handler), None, True, note="sent by multicall in the same run")
