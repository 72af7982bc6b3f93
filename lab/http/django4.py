#!/usr/bin/env python3
"""django4.py PORT TRUSTED: refuses forms as Django 4 does that stands behind a proxy.

Debian's Django is 3.2 and looks at no Origin. This answers what Django from 4.0 on does
(django/middleware/csrf.py, _origin_verified): the Origin of a form has to be the scheme and the
host that Django knows itself by, or one of CSRF_TRUSTED_ORIGINS. As behind a proxy that puts its
own Host, that host is "backend:8000", whatever the visitor asked for. TRUSTED is a file with the
settings' line; it may be missing. DEBUG is off if the file "debug-off" is beside it: then the page
does not name its reason, as django/views/csrf.py has it.
"""
import ast
import http.server
import pathlib
import sys

OWN = "http://backend:8000"
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>403 Forbidden</title></head><body>
<div id="summary"><h1>Forbidden <span>(403)</span></h1>
<p>CSRF verification failed. Request aborted.</p></div>%s</body></html>"""
REASON = """<div id="info"><h2>Help</h2><p>Reason given for failure:</p>
<pre>Origin checking failed - %s does not match any trusted origins.</pre></div>"""


def trusted():
    file = pathlib.Path(sys.argv[2])
    if not file.exists():
        return []
    name, value = file.read_text().strip().split(" = ", 1)
    assert name == "CSRF_TRUSTED_ORIGINS", name
    origins = ast.literal_eval(value)
    # as its system check 4_0.E001 has it
    assert all("://" in origin for origin in origins), origins
    return origins


class Handler(http.server.BaseHTTPRequestHandler):
    server_version = "WSGIServer/0.2"
    protocol_version = "HTTP/1.1"

    def answer(self):
        origin = self.headers.get("Origin")
        if self.command not in SAFE and origin is not None:
            if origin != OWN and origin not in trusted():
                debug = not (pathlib.Path(sys.argv[2]).parent / "debug-off").exists()
                return self.say(403, PAGE % (REASON % origin if debug else ""))
        self.say(200, "<p>taken</p>")

    def say(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.close_connection = True

    do_GET = do_HEAD = do_POST = do_PROPFIND = do_OPTIONS = answer

    def log_message(self, *arguments):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
