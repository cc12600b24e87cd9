import os
import platform
import subprocess
import sys
import time

from . import control, events, handlers, output, pages, supervision
from .daemon import ROOT, steward_home
from .figures import table

MEASUREMENTS = {
    "restart": supervision.exit_to_restart,
    "crowd": supervision.up_and_down,
    "scale": supervision.scale,
    "startup": supervision.start_up,
    "idle": supervision.rest,
    "log": output.log_throughput,
    "rpc": control.calls,
    "flood": control.latency_under_flood,
    "ctl": control.command_line,
    "followers": control.followers,
    "pages": pages.open_pages,
    "events": events.listeners,
    "handlers": handlers.handlers,
}
PAGE = ROOT + "/docs/reference/performance.md"


def machine():
    with open("/proc/cpuinfo") as lines:
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown CPU")
    return f"{os.cpu_count()} x {model}, Linux {platform.release()}"


def main(names):
    if names == ["--list"]:
        print("\n".join(MEASUREMENTS))
        return
    steward_home()
    load = os.getloadavg()[0]
    if load > 1:
        print(f"the load of this machine is {load:.1f}: figures taken now say little", file=sys.stderr)
    figures = []
    for name in names or MEASUREMENTS:
        for figure in MEASUREMENTS[name]():
            print(figure.row(), flush=True)
            figures.append(figure)
    if not names:
        write(figures)


def write(figures):
    debian = subprocess.run(["/usr/bin/supervisord", "--version"], capture_output=True, text=True, check=True)
    with open(PAGE) as page:
        text = page.read()
    begin, end = "<!-- figures -->\n", "<!-- end of figures -->"
    head, rest = text.split(begin)
    tail = rest.split(end)[1]
    stamp = f"Measured {time.strftime('%Y-%m-%d')} on {machine()}, beside Debian's supervisor {debian.stdout.strip()}.\n"
    with open(PAGE, "w") as page:
        page.write(head + begin + stamp + "\n" + table(figures) + "\n" + end + tail)
    print("written to docs/reference/performance.md")


main(sys.argv[1:])
