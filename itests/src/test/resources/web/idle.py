"""idle.py PORT COUNT SOCKET COUNT: holds that many connections open, each of which was answered once.

Says "held" when it has all but one to the port, and gets that one when it is told to go on. Then says "waits" if a
further one is not answered, and whether it is when another has gone; ends with its input, and says how many of them
heard of anything meanwhile.
"""

import resource
import select
import socket
import sys

port, most, path, local = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def connect(family, address):
    client = socket.socket(family)
    client.settimeout(60)
    client.connect(address)
    client.sendall(b"GET /ok.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return client


def read(client):
    answer = b""
    while not answer.endswith(b"OK"):
        more = client.recv(4096)
        assert more, answer
        answer += more


def answered(count, family, address):
    """Many at a time, so that neither side waits for the other; says how far it is now and then."""
    clients = []
    while len(clients) < count:
        fresh = [connect(family, address) for _ in range(min(250, count - len(clients)))]
        for client in fresh:
            read(client)
        clients += fresh
        if len(clients) % 1000 == 0:
            print("so far", len(clients), flush=True)
    return clients


def readable(clients, seconds):
    poll = select.poll()  # select() knows 1024 descriptors
    for client in clients:
        poll.register(client, select.POLLIN)
    return len(poll.poll(1000 * seconds))


tcp = answered(most - 1, socket.AF_INET, ("127.0.0.1", port))
unix = answered(local, socket.AF_UNIX, path)
print("held", len(tcp), len(unix), flush=True)
sys.stdin.readline()
tcp += answered(1, socket.AF_INET, ("127.0.0.1", port))
further = connect(socket.AF_INET, ("127.0.0.1", port))
print("waits" if not readable([further], 2) else "answered", flush=True)
tcp.pop().close()
print("then " + ("answered" if readable([further], 30) else "waits"), flush=True)
sys.stdin.read()
# Nobody was hung up on: nothing, neither bytes nor an end, has come since.
print("disturbed", readable(tcp + unix, 0), flush=True)
