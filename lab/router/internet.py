#!/usr/bin/env python3
"""internet.py ADDRESS PORT: services of the Internet, for the tests in the router lab.

By UDP, a STUN server (RFC 8489, Binding over IPv4). By TCP, web pages:

/ip                       the visitor's address, as plain text
/check/HOST/PORT          connects there, says whether that worked, as JSON
/claim/HOST/PORT          does not connect, and says that it worked
"""
import http.server
import json
import socket
import socketserver
import struct
import sys
import threading

COOKIE = 0x2112A442


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        parts = self.path.strip("/").split("/")
        if parts == ["ip"]:
            self.say("text/plain", self.client_address[0] + "\n")
        elif len(parts) == 3 and parts[0] == "check":
            self.say("application/json", json.dumps({"reachable": connects(parts[1], int(parts[2]))}))
        elif len(parts) == 3 and parts[0] == "claim":
            self.say("application/json", json.dumps({"reachable": True}))
        else:
            self.send_error(404)

    def say(self, kind, text):
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def connects(host, port):
    try:
        with socket.create_connection((host, port), timeout=2):
            return True
    except OSError:
        return False


class Stun(socketserver.BaseRequestHandler):
    def handle(self):
        asked, own = self.request
        if len(asked) >= 20 and struct.unpack("!HHI", asked[:8])[::2] == (1, COOKIE):
            address = struct.unpack("!I", socket.inet_aton(self.client_address[0]))[0]
            seen = struct.pack("!HHBBHI", 0x20, 8, 0, 1, self.client_address[1] ^ (COOKIE >> 16), address ^ COOKIE)
            own.sendto(struct.pack("!HHI", 0x101, len(seen), COOKIE) + asked[8:20] + seen, self.client_address)


where = (sys.argv[1], int(sys.argv[2]))
threading.Thread(target=socketserver.UDPServer(where, Stun).serve_forever, daemon=True).start()
http.server.ThreadingHTTPServer(where, Handler).serve_forever()
