"""Open the course on this computer: `python start.py`, or a double click. Plain Python, on every system.

The first time it makes an environment in the folder .venv. Packages come from the folder `packages` if there is one
(then no network is needed; `readtwice offline` fills it), else from the network. Each is compared with its hash.
`python start.py --set-up` sets up and opens nothing. What stands after that goes to JupyterLab.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PACKAGES = HERE / "packages"
READY = ENVIRONMENT / ".ready-start"
FIRST = "notebooks/00_start_here.ipynb"


def main() -> int:
    """Set up where needed, then open JupyterLab. Returns an exit status; a problem is one sentence."""
    if sys.version_info < (3, 11):  # noqa: UP036 (whoever starts this may have an older one)
        problem = f"Read Twice needs Python 3.11 or newer, and this is {sys.version.split()[0]}. Please install one."
    else:
        problem = set_up()
    if problem:
        print(problem, file=sys.stderr)
        if os.name == "nt" and not sys.argv[1:]:  # after a double click the window would close at once
            input("Press Enter to close this window.")
        return 1
    if sys.argv[1:2] == ["--set-up"]:
        print("Ready. From now on start.py opens the course.")
        return 0
    print("Opening the course in your browser. To stop: press Ctrl+C in this window, twice.", flush=True)
    python = str(BIN / "python")
    command = [python, "-m", "jupyterlab", f"--LabApp.default_url=/notebooks/{FIRST}", "--ip=127.0.0.1"]
    command += ["--log-level=WARN", *(["--allow-root"] if getattr(os, "getuid", lambda: 1)() == 0 else [])]
    environment = os.environ | settings()
    os.chdir(HERE)
    if os.name == "posix":  # the server takes this process over, so that whoever ends it ends the server
        os.execve(python, [*command, *sys.argv[1:]], environment)
    try:
        return subprocess.run([*command, *sys.argv[1:]], env=environment).returncode
    except KeyboardInterrupt:
        return 0


def set_up() -> str:
    """Make the environment once. Returns what is wrong, in a sentence, or nothing."""
    wanted = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if READY.is_file() and READY.read_text("utf-8") == f"{wanted} {HERE}":
        copy_settings()  # each time: a newer course may have come into this folder
        return ""
    made_for = PACKAGES / "made-for.txt"
    if made_for.is_file() and (for_python := made_for.read_text("utf-8").split()[1]) != wanted:
        return f"The packages here are for Python {for_python}, and this is {wanted}. Start it with that one."
    print("Setting up, once. This takes a minute or two.", flush=True)
    source = ["--no-index", "--find-links", str(PACKAGES)] if PACKAGES.is_dir() else []
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *source]
    try:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        subprocess.run([*pip, "--require-hashes", "-r", "binder/requirements.txt"], cwd=HERE, check=True)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."], cwd=HERE, check=True)
        copy_settings()
        READY.write_text(f"{wanted} {HERE}", "utf-8")
    except subprocess.CalledProcessError:
        return "Setting up did not work; the lines above say why. Nothing else on this computer was changed."
    except OSError as error:
        return f"Nothing can be written in {HERE} ({error.strerror}). Copy this folder to a disk of your own first."
    return ""


def copy_settings() -> None:
    """JupyterLab's settings, and what its list of files leaves out. A disk that cannot be written keeps what it has."""
    laboratory = ENVIRONMENT / "share/jupyter/lab/settings"
    server = ENVIRONMENT / "etc/jupyter"
    with contextlib.suppress(OSError):
        for folder in (laboratory, server):
            folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "binder/overrides.json", laboratory)
        shutil.copy(HERE / "binder/file-list.json", server / "jupyter_server_config.json")


def settings() -> dict[str, str]:
    """What a kernel should know before it starts: the lines `export NAME=VALUE` of binder/environment.sh."""
    return dict(re.findall(r"^export (\w+)=(\S+)$", (HERE / "binder/environment.sh").read_text("utf-8"), re.M))


if __name__ == "__main__":
    sys.exit(main())
