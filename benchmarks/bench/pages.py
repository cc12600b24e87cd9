"""What open web pages cost the daemon. A script asks as the page does; browsers are not measured."""

import http.client
import threading
import time

from .daemon import Daemon, UnixConnection
from .figures import Figure

PROGRAMS = "".join(f"[program:p{i}]\ncommand=sleep 1000\n" for i in range(100))
FILES = ("", "main.js", "base.css", "frame.css", "programs.css", "programs.js", "store.js", "series.js", "live.js")


class Page(threading.Thread):
    """Loads as a browser does that has the files already, and listens to the events."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.asking, self.listening, self.seen = UnixConnection(path), UnixConnection(path), 0

    def run(self):
        try:
            for name in ["/ui/" + name for name in FILES] + ["/api/v1/daemon", "/api/v1/processes", "/api/v1/usage"]:
                self.asking.request("GET", name, headers={"Accept-Encoding": "gzip"})
                answer = self.asking.getresponse()
                if answer.status != 200 or not answer.read():
                    return
            self.listening.request("GET", "/api/v1/events?usage=true")
            answer = self.listening.getresponse()
            while answer.read1(65536):
                self.seen += 1
        except (OSError, http.client.HTTPException):
            pass  # the daemon's end ends the page


def open_pages(count=50, seconds=20):
    with Daemon("steward", PROGRAMS) as daemon:
        daemon.rpc()
        time.sleep(3)
        memory = daemon.rss()
        pages = [Page(daemon.socket) for _ in range(count)]
        for page in pages:
            page.start()
        time.sleep(5)
        before = daemon.cpu()
        time.sleep(seconds)
        cpu = (daemon.cpu() - before) / seconds * 100
        if sum(1 for page in pages if page.seen > 2) < count:
            raise AssertionError("pages were told nothing")
        note = f"100 programs; a script asks as the page does; {memory:.0f} MB before"
        yield Figure(f"{count} open web pages: daemon CPU", "%", cpu, None, note=note)
        yield Figure(f"{count} open web pages: resident memory", "MB", daemon.rss(), None, note=note)
