"""Calls every method of supervisor.* and system.* as Python's xmlrpc.client does, and prints each answer.

every_method.py URL: what differs from run to run (times, process ids) is left out.
"""
import sys
import time
import xmlrpc.client

SERVER = xmlrpc.client.ServerProxy(sys.argv[1])
VARYING = {"start", "stop", "now", "pid", "description", "logfile", "stdout_logfile", "stderr_logfile"}


def general(value):
    """A value without what differs, but with its type and the order of what it has."""
    if isinstance(value, dict):
        return [(k, type(v).__name__ if k in VARYING else general(v)) for k, v in value.items()]
    if isinstance(value, (list, tuple)):
        return [general(v) for v in value]
    return value


def call(method, *arguments, show=general):
    try:
        answer = show(getattr(SERVER, method)(*arguments))
    except xmlrpc.client.Fault as fault:
        answer = "fault %d %s" % (fault.faultCode, fault.faultString)
    except xmlrpc.client.ProtocolError as error:
        answer = "HTTP %d" % error.errcode
    print("%s%r" % (method, arguments))
    for line in answer if isinstance(answer, list) else [answer]:
        print("    %r" % (line,))


def kind(value):
    return type(value).__name__


def by_name(results):
    return sorted(map(str, general(results)))


def supervisor(method, *arguments, **how):
    call("supervisor." + method, *arguments, **how)


def until(condition):
    """Waits for what no answer waits for, so that both daemons are asked on in the same state."""
    end = time.monotonic() + 40
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("waited in vain until " + condition.__name__)
        time.sleep(0.02)


def late_has_called_exec():
    """A signal before that is lost with Debian's: the child is a copy of Python and catches it."""
    with open("/proc/%d/comm" % SERVER.supervisor.getProcessInfo("late")["pid"]) as name:
        return name.read() == "sleep\n"


def late_is_stopped():
    return SERVER.supervisor.getProcessInfo("late")["statename"] == "STOPPED"


def all_have_spoken_twice():
    logs = SERVER.supervisor.readProcessStdoutLog, SERVER.supervisor.readProcessStderrLog
    return [log(name, 0, 0) for name in ("talk", "umlauts") for log in logs] == [
        "hello\n" * 2, "oops\n" * 2, "grüße\n" * 2, ""]


def daemon():
    for method in ("getAPIVersion", "getVersion", "getIdentification", "getState"):
        supervisor(method)
    supervisor("getSupervisorVersion", show=lambda version: version[:2])
    supervisor("getPID", show=kind)
    supervisor("getAPIVersion", 1)
    supervisor("nothing")
    call("nothing.atAll")
    call("nothing")


def processes():
    supervisor("getAllProcessInfo")
    for name in ("cat", "worker:worker_1", "missing", "nope", "worker", "worker:*", "worker:nope", ""):
        supervisor("getProcessInfo", name)
    supervisor("getAllConfigInfo", show=configured)
    for name in ("late", "late", "missing", "noexec", "nope", "worker:*", "cat", "pair:*"):
        supervisor("startProcess", name)
    supervisor("startProcess", "quick", True)
    supervisor("stopProcess", "late", 1)  # an int where a boolean is meant
    supervisor("startProcess", "late", 0)
    until(late_has_called_exec)
    supervisor("stopProcess", "late", False)
    until(late_is_stopped)
    supervisor("startProcessGroup", "pair")
    supervisor("stopProcessGroup", "pair")
    supervisor("startProcessGroup", "nope")
    supervisor("stopProcess", "missing")
    supervisor("stopProcess", "nope:*")
    supervisor("stopProcessGroup", "worker", show=by_name)
    supervisor("startProcessGroup", "worker")
    for signal in ("CONT", "SIGCONT", "18", 18, "HIP", 12345, ""):
        supervisor("signalProcess", "cat", signal)
    supervisor("signalProcess", "missing", "CONT")
    supervisor("signalProcess", "worker:*", "CONT")
    supervisor("signalProcessGroup", "worker", "CONT")
    supervisor("signalProcessGroup", "nope", "CONT")
    supervisor("signalAllProcesses", "CONT", show=by_name)
    supervisor("sendProcessStdin", "cat", "grüße\n")
    supervisor("sendProcessStdin", "missing", "x")
    supervisor("sendProcessStdin", "nope", "x")
    supervisor("sendRemoteCommEvent", "type", "grüße")
    supervisor("stopAllProcesses", show=by_name)
    supervisor("startAllProcesses", show=by_name)
    until(all_have_spoken_twice)


def configured(configs):
    """Without what only Supervisor 4.3 tells."""
    return [[(k, kind(v) if "logfile" in k or k == "directory" else v) for k, v in c.items() if k != "autorestart"]
            for c in configs]


def logs():
    for method in ("readProcessStdoutLog", "readProcessLog", "readProcessStderrLog"):
        for offset, length in ((0, 0), (-4, 0), (-1000, 0), (0, 3), (2, 2), (1000, 5), (0, -1), (-1, 1)):
            supervisor(method, "talk", offset, length)
    for method in ("tailProcessStdoutLog", "tailProcessLog", "tailProcessStderrLog"):
        for offset, length in ((0, 0), (0, 3), (0, 1000), (2, 2), (1000, 5), (-3, 2)):
            supervisor(method, "talk", offset, length)
    for offset in (0, -6, -4, -2):
        supervisor("readProcessStdoutLog", "umlauts", offset, 0)
    supervisor("tailProcessStdoutLog", "umlauts", 0, 100)
    for name in ("silent", "missing", "nope", "worker:*"):
        supervisor("readProcessStdoutLog", name, 0, 0)
        supervisor("tailProcessStdoutLog", name, 0, 10)
    for method in ("readLog", "readMainLog"):
        supervisor(method, -1, 0)
        supervisor(method, 0, -1)
    for method in ("clearProcessLogs", "clearProcessLog"):
        for name in ("talk", "nope", "worker:*"):
            supervisor(method, name)
    supervisor("clearAllProcessLogs", show=by_name)
    supervisor("readProcessStdoutLog", "talk", 0, 0)
    supervisor("clearLog")
    supervisor("readLog", 0, 3)


def configuration():
    supervisor("reloadConfig")
    supervisor("addProcessGroup", "cat")
    supervisor("addProcessGroup", "nope")
    supervisor("removeProcessGroup", "cat")
    supervisor("removeProcessGroup", "nope")
    supervisor("stopProcess", "cat")
    supervisor("removeProcessGroup", "cat")
    supervisor("getProcessInfo", "cat")
    supervisor("addProcessGroup", "cat")


def system():
    call("system.listMethods", show=lambda names: [n for n in names if n.startswith(("supervisor.", "system."))])
    for method in SERVER.system.listMethods():
        if method.startswith(("supervisor.", "system.")):
            call("system.methodSignature", method)
            call("system.methodHelp", method, show=kind)
    call("system.methodSignature", "nope")
    call("system.methodHelp", "nope")
    call("system.multicall", [
        {"methodName": "supervisor.getState", "params": []},
        {"methodName": "supervisor.getProcessInfo", "params": ["nope"]},
        {"methodName": "supervisor.startProcess", "params": ["late"]},
        {"methodName": "supervisor.nothing", "params": []},
        {"methodName": "system.multicall", "params": [[]]},
        {"params": []},
    ])


def hole():
    """What scanners for CVE-2017-11610 try."""
    call("supervisor.supervisord.options.warnings.linecache.os.system", "true")
    call("supervisor.__class__.__init__")


for chapter in (daemon, processes, logs, configuration, system, hole):
    print("== " + chapter.__name__)
    chapter()
supervisor("restart")
