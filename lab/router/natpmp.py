#!/usr/bin/env python3
"""natpmp.py LISTEN OUTER: a router's NAT-PMP (RFC 6886) for what miniupnpd never does.

It tells OUTER as its address on the far side, be it private, and maps ports all the same, by the
nftables chains that router-lab.sh has for miniupnpd. Whoever asks in PCP is told that it is NAT-PMP.
"""
import socket
import struct
import subprocess
import sys
import time

OPCODES = {1: "udp", 2: "tcp"}
OK, UNSUPPORTED_VERSION, UNSUPPORTED_OPCODE = 0, 1, 5

began = time.monotonic()
mapped = {}


def rules():
    yield "flush chain inet filter prerouting_miniupnpd"
    yield "flush chain inet filter miniupnpd"
    for (protocol, outer), (client, inner) in mapped.items():
        yield f'add rule inet filter prerouting_miniupnpd iifname "eth-wan" {protocol} dport {outer} dnat ip to {client}:{inner}'
        yield f"add rule inet filter miniupnpd ip daddr {client} {protocol} dport {inner} accept"


def map_port(client, opcode, request):
    inner, outer, lifetime = struct.unpack("!HHI", request[4:12])
    protocol = OPCODES[opcode]
    if lifetime == 0:
        for key in [key for key, value in mapped.items() if key[0] == protocol and value == (client, inner)]:
            del mapped[key]
        outer = 0
    else:
        outer = outer or inner
        mapped[protocol, outer] = (client, inner)
    subprocess.run(["nft", "-f", "-"], input="\n".join(rules()), text=True, check=True)
    return struct.pack("!HHI", inner, outer, lifetime)


def answer(client, request):
    version, opcode = request[0], request[1]
    head = lambda result: struct.pack("!BBHI", 0, 128 + (opcode & 127), result, int(time.monotonic() - began))
    if version != 0:
        return head(UNSUPPORTED_VERSION)
    if opcode == 0:
        return head(OK) + socket.inet_aton(sys.argv[2])
    if opcode in OPCODES and len(request) == 12:
        return head(OK) + map_port(client, opcode, request)
    return head(UNSUPPORTED_OPCODE)


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((sys.argv[1], 5351))
while True:
    asked, sender = server.recvfrom(1100)
    if len(asked) >= 2 and asked[1] < 128:
        server.sendto(answer(sender[0], asked), sender)
