"""syslogd.py SOCKET RECORD: writes each datagram, without the time it names, as a line."""
import re
import socket
import sys

log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
log.bind(sys.argv[1])
with open(sys.argv[2], "ab", buffering=0) as record:
    while True:
        datagram = log.recv(65536).rstrip(b"\0")
        record.write(re.sub(rb"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d", b"TIME", datagram) + b"\n")
