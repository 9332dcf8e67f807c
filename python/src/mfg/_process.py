"""One process of MFG that answers calls, so that only the first of them waits for Java to start."""

import atexit
import json
import os
import pathlib
import shutil
import subprocess
import threading


class MfgError(RuntimeError):
    """MFG failed where it should not, or could not be found or started."""


class InvalidInput(ValueError):
    """What was asked is not valid; the message names the field, what is allowed and the value."""


def launcher():
    """The command ``mfg``: of the folder MFG_HOME, on the PATH, or of the checkout that this file is in."""
    name = "mfg.cmd" if os.name == "nt" else "mfg"
    home = os.environ.get("MFG_HOME")
    checkout = pathlib.Path(__file__).resolve().parents[3]
    if home:
        places = [pathlib.Path(home, "bin", name), pathlib.Path(home, name)]
    else:
        found = shutil.which("mfg")
        places = [pathlib.Path(found)] if found else []
        if (checkout / "mfg-app").is_dir():
            places.append(checkout / name)
    for place in places:
        if place.is_file():
            return str(place)
    where = f"in MFG_HOME, which is {home}" if home else "on the PATH"
    raise MfgError(f"there is no {name} {where}: unpack MFG's zip, and set MFG_HOME to its folder")


class Process:
    """``mfg serve``, started by the first call and again after its end."""

    def __init__(self):
        self._lock = threading.Lock()
        self._process = None
        self._owner = None  # a fork has the pipes of its parent, and must not use them

    def call(self, arguments):
        """Calls ``mfg`` with these arguments; gives exit code, output and complaints."""
        with self._lock:
            if self._owner != os.getpid() or self._process.poll() is not None:
                self._start()
            try:
                self._process.stdin.write(json.dumps(arguments) + "\n")
                self._process.stdin.flush()
                answer = self._process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            except KeyboardInterrupt:
                self._process.terminate()  # the solver ends after the iteration it is in
                self._owner = None
                raise
            if not answer:
                raise MfgError(f"mfg ended without an answer, with exit code {self._process.wait()}")
            answer = json.loads(answer)
            return answer["code"], answer["out"], answer["err"]

    def _start(self):
        self._process = subprocess.Popen(
            [launcher(), "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self._owner = os.getpid()

    def close(self):
        """Ends the process, which ends with its input."""
        if self._process is not None and self._owner == os.getpid():
            self._process.stdin.close()
            self._process.wait()
            self._process.stdout.close()
        self._owner = None


PROCESS = Process()
atexit.register(PROCESS.close)
