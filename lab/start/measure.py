#!/usr/bin/env python3
"""How long Naru's window takes to be there, what it needs then, and what it costs when left alone.

usage: measure.py [--runs N] [--idle SECONDS] [--tray] [--first] PROGRAM [ARGUMENT...]

Runs PROGRAM (target/naru/bin/naru, as a rule) on a display of its own (Xvfb, fluxbox), with a settings
folder of its own that has three forwards open, in a network namespace where nothing else is (as root;
else in this one). Prints for each run and in the middle of all:

  window   milliseconds from the start of the process until the window is painted: its texts stand on
           three lines that are drawn through it from top to bottom
  memory   the resident memory (VmRSS) SETTLE seconds after that
  idle     the share of one core that the process takes LEFT_ALONE seconds later, while nobody touches
           it, three forwards open

With --tray, Naru starts in the tray and no window is waited for. With --first (as root), all of it goes
before what else the machine does, so that others on it hardly show in the figures.

The first run warms the disk's cache and does not count.
"""
import argparse
import ctypes
import ctypes.util
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 900
SETTLE = 5
# The first look at what stands in the way comes after 5 seconds; left alone is what comes after.
LEFT_ALONE = 5
# So long a start to the tray takes at most.
HIDDEN_START = 5
# Fewer colours are an empty window: a line through text, borders and icons has dozens of them.
COLOURS = 12
PATIENCE = 60


class Image(ctypes.Structure):
    """XImage, as far as it is looked at."""

    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                ("format", ctypes.c_int), ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int),
                ("bitmap_unit", ctypes.c_int), ("bitmap_bit_order", ctypes.c_int),
                ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]


class Display:
    """What is to be seen on an X display."""

    def __init__(self, name):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x.XOpenDisplay.restype = self.x.XDefaultRootWindow.restype = ctypes.c_void_p
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int,
                                     ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.display = self.x.XOpenDisplay(name.encode())
        if not self.display:
            sys.exit(f"measure.py: no display {name}")
        self.root = self.x.XDefaultRootWindow(self.display)

    def colours(self, column):
        """How many colours a line from top to bottom meets."""
        image = self.x.XGetImage(self.display, self.root, column, 0, 1, HEIGHT, 0xFFFFFFFF, 2)
        line = image.contents
        raw = ctypes.string_at(line.data, line.bytes_per_line * HEIGHT)
        self.x.XDestroyImage(image)
        return len({raw[i:i + 4] for i in range(0, len(raw), line.bytes_per_line)})

    def shows_window(self):
        return all(self.colours(WIDTH * percent // 100) >= COLOURS for percent in (40, 50, 75))


def forwards():
    """Three open forwards, as Naru's settings keep them; each leads to a server that is not there."""
    return {"version": 1, "content": {"forwards": [{
        "forward": {
            "id": f"0badcaf{n}", "name": f"Measured {n}", "protocol": "tcp", "ports": str(45671 + n),
            "listen": "127.0.0.5", "target": str(45681 + n), "audience": "127.0.0.0/8",
            "lifetime": "always", "profiles": ["private"], "description": "", "startWsl": False, "trustNetwork": False,
            "http": None},
        "on": True, "until": None} for n in range(3)]}}


def start(command, home, display):
    environment = dict(os.environ, DISPLAY=display, NARU_HOME=os.path.join(home, "naru"), HOME=home,
                       LC_ALL="C.UTF-8")
    if os.geteuid() == 0:
        command = ["unshare", "-n", "sh", "-c", 'ip link set lo up; exec "$@"', "sh", *command]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def resident(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


def ticks(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def await_window(process, display, began):
    while not display.shows_window():
        if process.poll() is not None or time.monotonic() - began > PATIENCE:
            sys.exit(f"measure.py: no window within {PATIENCE} s, exit code {process.poll()}")
        time.sleep(0.01)


def await_tray(process, display):
    time.sleep(HIDDEN_START)
    if process.poll() is not None or display.shows_window():
        sys.exit(f"measure.py: not in the tray alone, exit code {process.poll()}")


def once(command, home, display, idle, tray):
    """One start: milliseconds, MiB, and percent of a core (None when idle is 0)."""
    began = time.monotonic()
    process = start(command, home, display.name)
    try:
        if tray:
            await_tray(process, display)
        else:
            await_window(process, display, began)
        shown = (time.monotonic() - began) * 1000
        time.sleep(SETTLE)
        memory = resident(process.pid)
        busy = None
        if idle:
            time.sleep(LEFT_ALONE)
            before = ticks(process.pid)
            time.sleep(idle)
            busy = (ticks(process.pid) - before) / os.sysconf("SC_CLK_TCK") / idle * 100
        return shown, memory, busy
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        while display.shows_window():
            time.sleep(0.05)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--idle", type=int, default=20, help="seconds of the last run")
    parser.add_argument("--tray", action="store_true")
    parser.add_argument("--first", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    if not asked.command:
        parser.error("no PROGRAM")
    if asked.tray:
        asked.command.append("tray")
    if asked.first and os.geteuid() != 0:
        parser.error("--first is root's alone")
    if asked.first:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(20))
    home = tempfile.mkdtemp(prefix="naru-measure")
    os.makedirs(os.path.join(home, ".fluxbox"))
    with open(os.path.join(home, ".fluxbox", "init"), "w", encoding="ascii") as look:
        # fluxbox has the tray in its toolbar
        look.write(f"session.screen0.toolbar.visible: {str(asked.tray).lower()}\n")
    with open(os.path.join(home, ".fluxbox", "overlay"), "w", encoding="ascii") as look:
        look.write("background: none\n")
    os.makedirs(os.path.join(home, "naru"))
    server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    name = ":" + server.stdout.readline().decode().strip()
    manager = subprocess.Popen(["fluxbox"], env=dict(os.environ, DISPLAY=name, HOME=home),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    display = Display(name)
    display.name = name
    seen = []
    try:
        for run in range(asked.runs + 1):
            with open(os.path.join(home, "naru", "forwards.json"), "w", encoding="ascii") as file:
                json.dump(forwards(), file)
            idle = asked.idle if run == asked.runs else 0
            shown, memory, busy = once(asked.command, home, display, idle, asked.tray)
            if run:
                seen.append((shown, memory))
                window = "" if asked.tray else f"window {shown:.0f} ms, "
                print(f"run {run}: {window}memory {memory:.0f} MiB", flush=True)
        window = "" if asked.tray else f"window {statistics.median(s for s, _ in seen):.0f} ms, "
        print(f"median: {window}memory {statistics.median(m for _, m in seen):.0f} MiB, idle {busy or 0:.1f} %")
    finally:
        manager.terminate()
        server.terminate()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
