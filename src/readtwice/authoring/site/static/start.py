"""Show the course in this folder: `python start.py`, or a double click. Needs Python 3.8 or newer, and nothing else.

A browser runs the lessons only from a web address that it trusts. This computer's own address is one; a file is not.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import sys
import threading
import webbrowser
from pathlib import Path

HERE = Path(__file__).resolve().parent
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}
TYPES.update({".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml", ".woff2": "font/woff2"})
PORT = 8000
"""The same each time where it is free: a browser keeps answers apart by address."""


class Files(http.server.SimpleHTTPRequestHandler):
    """The files of this folder, for this computer alone, under the types that browsers ask for."""

    protocol_version = "HTTP/1.1"

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The type of a file: a system's own table may call a script plain text, and browsers refuse that."""
        return TYPES.get(Path(path).suffix) or str(super().guess_type(path))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # the page keeps files itself, and asks only for newer ones
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def main() -> int:
    """Serve this folder and open a browser. A number is the port to use; `--quiet` opens no browser."""
    wanted = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    server = None
    for port in wanted or [PORT, *range(PORT + 1, PORT + 20)]:
        try:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Files, directory=str(HERE)))
            break
        except OSError:
            continue
    if server is None:
        print("No port is free on this computer. Close other programs and start again.", file=sys.stderr)
        return 1
    address = f"http://127.0.0.1:{server.server_port}/"
    print(f"The course is at {address} on this computer. To stop: press Ctrl+C in this window.", flush=True)
    if server.server_port != (wanted or [PORT])[0]:
        print("Answers given at another address stay there. Take them along, and load them here.", flush=True)
    if "--quiet" not in sys.argv:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
