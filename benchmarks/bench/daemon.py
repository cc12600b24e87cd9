"""The two daemons behind one face, and what the kernel says of them."""

import glob
import http.client
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import xmlrpc.client

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TICK = os.sysconf("SC_CLK_TCK")


def steward_home():
    homes = [path for path in glob.glob(ROOT + "/distribution/target/steward-*/") if os.path.exists(path + "bin/supervisord")]
    if not homes:
        raise SystemExit("cannot find a built distribution: ./run builds one")
    return homes[0]


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=120)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Rpc:
    """XML-RPC over one kept-alive connection."""

    def __init__(self, path):
        self.connection = UnixConnection(path)

    @staticmethod
    def request(method, *args):
        return xmlrpc.client.dumps(args, method).encode()

    def __call__(self, method, *args):
        return xmlrpc.client.loads(self.raw(self.request(method, *args)))[0][0]

    def raw(self, body):
        self.connection.request("POST", "/RPC2", body, {"Content-Type": "text/xml"})
        return self.connection.getresponse().read()


class Daemon:
    """A daemon of one kind in a directory of its own, with the programs given."""

    kinds = ("steward", "debian")

    def __init__(self, kind, programs, extra=""):
        self.kind = kind
        self.directory = tempfile.mkdtemp(prefix="bench-")
        self.socket = self.directory + "/s.sock"
        self.config = self.directory + "/s.conf"
        with open(self.config, "w") as config:
            config.write(
                f"[supervisord]\nlogfile={self.directory}/main.log\npidfile={self.directory}/s.pid\n"
                f"childlogdir={self.directory}\nnodaemon=true\nsilent=true\nminfds=16384\n{extra}\n"
                f"[unix_http_server]\nfile={self.socket}\n"
                "[rpcinterface:supervisor]\n"
                "supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface\n"
                f"[supervisorctl]\nserverurl=unix://{self.socket}\n{programs.format(dir=self.directory)}"
            )

    def binary(self, name):
        return (steward_home() + "bin/" if self.kind == "steward" else "/usr/bin/") + name

    def start(self):
        environment = dict(os.environ, STEWARD_STATE_DIR=self.directory + "/state")
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [self.binary("supervisord"), "-n", "-c", self.config],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self

    def rpc(self, patience=60):
        """A connection, once the daemon answers."""
        while True:
            try:
                rpc = Rpc(self.socket)
                rpc("supervisor.getState")
                return rpc
            except (OSError, http.client.HTTPException):
                if time.monotonic() - self.began > patience:
                    raise
                time.sleep(0.002)

    def stop(self):
        """Ends it; returns the seconds from SIGTERM to its exit."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=120)
        return time.monotonic() - began

    def cpu(self):
        """CPU seconds used so far."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def wakeups(self):
        """Voluntary context switches of all threads so far."""
        total = 0
        for status in glob.glob(f"/proc/{self.process.pid}/task/*/status"):
            with open(status) as lines:
                total += sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt"))
        return total

    def rss(self):
        """Resident memory in MB."""
        with open(f"/proc/{self.process.pid}/status") as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def __enter__(self):
        return self.start()

    def __exit__(self, *failure):
        if self.process.poll() is None:
            self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)
