#!/usr/bin/env python3
"""internet.py ADDRESS PORT: two services of the Internet, for the tests in the router lab.

/ip                       the visitor's address, as plain text
/check/HOST/PORT          connects there, says whether that worked, as JSON
/claim/HOST/PORT          does not connect, and says that it worked
"""
import http.server
import json
import socket
import sys


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


http.server.ThreadingHTTPServer((sys.argv[1], int(sys.argv[2])), Handler).serve_forever()
