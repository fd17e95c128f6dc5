"""A stand-in for the image that Binder builds: the same files and steps, without a container.

It shows that `binder/` alone makes a working server for an ordinary user. It cannot show what the base image brings:
that has other system packages and an environment of its own, into which the pinned packages go.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import free_port, stop, wait_for

ROOT = Path(__file__).parent.parent.parent
LEARNER = 1000  # the user id in a Binder image

# How the machine reaches its packages is its own business, so these pass through as they are.
PASSED_ON = ("PIP_", "SSL_CERT_", "REQUESTS_CA_BUNDLE", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http", "no_proxy")

SERVER_OPTIONS = [
    "--no-browser",
    "--ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    "--IdentityProvider.token=",
    "--LabApp.expose_app_in_browser=True",  # lets a test ask the page whether its kernel is ready
]


class CannotTry(Exception):
    """This machine lacks something that the trial needs; the message says what."""


@dataclass(frozen=True)
class Image:
    """A home folder with the course in it, and an environment made from binder/ alone."""

    home: Path
    environment: Path

    def run(self, *command: str, timeout: float = 600) -> str:
        """Run a command as the learner, in the learner's home, and return what it printed."""
        done = subprocess.run(
            command, **self._as_learner(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout
        )
        assert done.returncode == 0, f"{' '.join(command)} failed:\n{done.stdout[-4000:]}"
        return done.stdout

    def start(self, *command: str, log: Path) -> subprocess.Popen[bytes]:
        """Start a command as the learner and leave it running."""
        with log.open("wb") as stream:
            return subprocess.Popen(command, **self._as_learner(), stdout=stream, stderr=subprocess.STDOUT)

    def _as_learner(self) -> dict[str, object]:
        """Options for subprocess: whose rights, which folder, which variables."""
        rights = {"user": LEARNER, "group": LEARNER, "extra_groups": []} if os.getuid() == 0 else {}
        return {**rights, "cwd": self.home, "env": self._variables()}

    def _variables(self) -> dict[str, str]:
        """The few variables that an image sets, and the machine's own way to its packages."""
        passed = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
        path = [self.environment / "bin", self.home / ".local/bin", "/usr/local/bin", "/usr/bin", "/bin"]
        own = {
            "HOME": self.home,
            "LANG": "C.UTF-8",
            "NB_USER": "jovyan",
            "PATH": os.pathsep.join(map(str, path)),
            "PYTHONUNBUFFERED": "1",
            "REPO_DIR": self.home,
            "SHELL": "/bin/bash",
            "USER": "jovyan",
        }
        return passed | {name: str(value) for name, value in own.items()}


@dataclass(frozen=True)
class BinderLab:
    """JupyterLab as a student on Binder gets it, answering on this machine only."""

    url: str
    home: Path
    image: Image
    log: Path


def build_image(folder: Path) -> Image:
    """Copy the course, make an environment from binder/requirements.txt alone, run postBuild."""
    image = Image(home=folder / "home" / "jovyan", environment=folder / "environment")
    python = find_python()
    copy_project(image.home)
    give_to_learner(folder)
    image.run(python, "-m", "venv", str(image.environment))
    image.run("pip", "install", "--no-cache-dir", "-r", "binder/requirements.txt", timeout=1200)
    image.run("./binder/postBuild")
    return image


def find_python() -> str:
    """A Python that an ordinary user may run; where this process is one, its own will do."""
    if os.getuid() != 0:
        return sys.executable
    wanted = (ROOT / "binder" / "runtime.txt").read_text("utf-8").strip().replace("-", "")
    for name in (wanted, "python3.14", "python3.13", "python3.12", "python3.11"):
        found = shutil.which(name, path="/usr/local/bin:/usr/bin")
        if found:
            return found
    raise CannotTry("no system Python 3.11 or newer that an ordinary user may run")


def copy_project(home: Path) -> None:
    """Copy what a commit of everything would hold, so that ignored files cannot help."""
    tracked_or_new = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(tracked_or_new, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, home / name)


def give_to_learner(folder: Path) -> None:
    """Make the learner the owner of everything, as an image does."""
    if os.getuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, LEARNER, LEARNER)


@contextmanager
def run_lab(image: Image, log: Path) -> Iterator[BinderLab]:
    """Start JupyterLab through binder/start, wait until it answers, and stop it afterwards."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    server = image.start("./binder/start", "jupyter", "lab", *SERVER_OPTIONS, f"--port={port}", log=log)
    try:
        wait_for(f"{url}/api/status", server, log)
        yield BinderLab(url=url, home=image.home, image=image, log=log)
    finally:
        stop(server)
