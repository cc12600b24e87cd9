"""call.py URL METHOD [ARGUMENT...]: calls by XML-RPC; prints the answer, or "fault CODE: WORDS", or "status N"."""

import sys
import xmlrpc.client

url, method, *arguments = sys.argv[1:]
try:
    print(getattr(xmlrpc.client.ServerProxy(url), method)(*arguments))
except xmlrpc.client.Fault as fault:
    print(f"fault {fault.faultCode}: {fault.faultString}")
except xmlrpc.client.ProtocolError as refused:
    print(f"status {refused.errcode}")
