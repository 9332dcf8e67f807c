"""Runs the code blocks of all pages, in a folder for each page:

    console   "$ COMMAND" is run, and what it prints is compared; "..." stands for anything, numbers may differ by rounding
    bash      a command of mfg is read up to where it would begin to write; so are those of blocks without a language
    yaml      a game is solved on a small grid, a sweep planned; a part of a game takes its place in the tutorial
    java      is compiled
    python    is run
    json      is read

A block with title="NAME" is a file of that name for what follows. site/blocks.py [PAGE...]
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy
import yaml

from javablocks import compile_all

HOME = Path(__file__).resolve().parent.parent
NOWHERE = "/dev/null/nowhere"
FENCE = re.compile(r"^```(\w*)(?: title=\"([^\"]+)\")?\n(.*?)^```$|(?<=\n\n)((?: {4}[^\n]*\n|\n(?= {4}))+)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:\./)?mfg(?:-examples/run)? ")
# They take the output of an earlier run, or write nothing to speak of.
RUN_AS_THEY_ARE = {"list", "schema", "completion", "query", "plot", "rerun", "export", "new", "check"}


@dataclass
class Block:
    """A block of code: where it stands and what it says."""

    page: Path
    line: int
    language: str
    title: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(HOME)}:{self.line}"


def blocks(page: Path) -> list[Block]:
    text = page.read_text()
    return [
        Block(page, text.count("\n", 0, found.start()) + 1, found[1] or "", found[2] or "",
              found[3] if found[4] is None else re.sub("^ {4}", "", found[4], flags=re.MULTILINE))
        for found in FENCE.finditer(text)
    ]


class Folder:
    """What a page's reader has: a clone, an own folder in it, and what earlier blocks wrote there."""

    def __init__(self, path: Path):
        self.path = path
        for name in ("mfg", "mfg-examples", "mfg-api", "mfg-app", "python"):
            (path / name).symlink_to(HOME / name)
        # Files that pages speak of: games and sweeps of the reader's, and fields on three by three places.
        for name, like in {"my-game.yaml": "tutorial.yaml", "study.yaml": "sweep.yaml", "paper.yaml": "styles/paper.yaml"}.items():
            (path / name).write_text((HOME / "mfg-examples" / like).read_text())
        places = [0, 0.5, 1]
        numpy.savez(path / "observed.npz", x=places, t=places, m=numpy.ones((3, 3)))
        (path / "economy.csv").write_text("quantity,value,error\ninterest-rate,0.04,0.001\ncapital,0.33,0.01\n")
        (path / "observed.csv").write_text("t,x,m\n" + "".join(f"{t},{x},1\n" for t in places for x in places))
        (path / "costs.csv").write_text("x,y,f\n" + "".join(f"{x},{y},{x * y}\n" for x in places for y in places))
        even = numpy.ones((3, 3))
        numpy.savez(path / "data.npz", x=places, y=places, m0=even, d=0.01 * even)

    def run(self, command: str, timeout: int = 600) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PATH": f"{self.path}:{os.environ['PATH']}", "PYTHONPATH": str(HOME / "python" / "src"), "MPLBACKEND": "Agg"}
        return subprocess.run(
            ["bash", "-c", command], cwd=self.path, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=timeout)

    def check(self, block: Block) -> str | None:
        """What is wrong with the block; None if nothing is."""
        if block.title:
            (self.path / block.title).parent.mkdir(parents=True, exist_ok=True)
            (self.path / block.title).write_text(block.text)
        checks = {"console": self.console, "bash": self.commands, "": self.commands, "yaml": self.game, "python": self.python, "json": self.json}
        return checks[block.language](block) if block.language in checks else None

    def console(self, block: Block) -> str | None:
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
            done = self.run(command)
            trouble = difference(shown.splitlines(), done.stdout.splitlines())
            if trouble:
                return f"$ {command}\n{trouble}\n--- printed:\n{done.stdout}{done.stderr}"
        return None

    def commands(self, block: Block) -> str | None:
        for line in block.text.replace("\\\n", " ").splitlines():
            if COMMAND.match(line):
                trouble = self.command(shlex.split(line, comments=True))
                if trouble:
                    return f"{line}\n{trouble}"
        return None

    def command(self, words: list[str]) -> str | None:
        if words[0].endswith("mfg-examples/run"):
            known = len(words) == 1 or list((HOME / "mfg-examples/src/main/java").rglob(f"{words[1]}.java"))
            return None if known else "there is no such program"
        if words[1:2] == ["serve"] or "HOST" in str(words):
            return None
        as_it_is = words[1] in RUN_AS_THEY_ARE or "--dry-run" in words or "--help" in words
        if not as_it_is:
            if "--out" in words:
                del words[words.index("--out"): words.index("--out") + 2]
            words += ["--out", NOWHERE]
        done = self.run(shlex.join(words))
        if as_it_is:
            return None if done.returncode == 0 else done.stderr
        return None if f"out must be a folder that can be written to, was {NOWHERE}" in done.stderr else done.stdout + done.stderr

    def game(self, block: Block) -> str | None:
        if block.title and any(block.title in b.text for b in blocks(block.page) if b.language == "console"):
            return None  # the page runs it itself, perhaps with plugins
        given = yaml.safe_load(block.text)
        if "vary" in given or set(given) & {"sample", "zip", "warm-start"}:
            return self.sweep(given, block)
        file = self.path / f"block-{block.line}.yaml"
        file.write_text(json.dumps(small(whole(given))))
        done = self.run(f"./mfg run {file.name} --no-figures --no-report --out out/block-{block.line}")
        return None if done.returncode == 0 else done.stderr

    def sweep(self, given: dict, block: Block) -> str | None:
        file = self.path / f"block-{block.line}.yaml"
        text = block.text
        if not set(given) & {"game", "hamiltonian", "household"}:
            text += "\ngame: tutorial\n"
        file.write_text(text)
        done = self.run(f"./mfg sweep {file.name} --dry-run")
        return None if done.returncode == 0 else done.stderr

    def json(self, block: Block) -> str | None:
        json.loads(block.text)
        return None

    def python(self, block: Block) -> str | None:
        # Later blocks of a page go on from earlier ones.
        earlier = [b.text for b in blocks(block.page) if b.language == "python" and b.line <= block.line]
        file = self.path / f"block-{block.line}.py"
        file.write_text("\n".join(earlier))
        done = self.run(f"/usr/bin/python3 {file.name}")
        return None if done.returncode == 0 else done.stderr


def whole(given: dict) -> dict:
    """A game of which the block is a part: the tutorial with what it says in its place."""
    if set(given) & {"game", "household"} or {"hamiltonian", "viscosity", "domain"} <= set(given):
        return given
    tutorial = yaml.safe_load((HOME / "mfg-examples" / "tutorial.yaml").read_text())
    for name, value in given.items():
        is_axis = isinstance(value, dict) and ("states" in value or "lower" in value)
        (tutorial["domain"] if is_axis else tutorial)[name] = value
    if "target-density" in given:
        del tutorial["terminal-cost"], tutorial["terminal-couplings"]
    if "death" in given:
        tutorial.pop("mass-source", None)
    for name in given.get("viscosity", {}) if isinstance(given.get("viscosity"), dict) else ():
        tutorial["domain"].setdefault(name, {"lower": 0, "upper": 1})
    return tutorial


def small(game: dict) -> dict:
    """The game on a grid that is solved at once."""
    if "obstacles" in game.get("domain", {}):
        game["domain"]["obstacles"] = [shape for shape in game["domain"]["obstacles"] if "mask" not in shape]
    if "household" in game:
        game["grid"] = {"nodes": 60}
    elif "game" not in game:
        nodes = [len(axis["states"]) if "states" in axis else 13 for name, axis in game["domain"].items() if name not in {"obstacles", "doors"}]
        game["grid"] = {"nodes": nodes, "steps": 1 if game["horizon"] == "forever" else 8}
    return game


def difference(shown: list[str], printed: list[str]) -> str | None:
    """The first line that is shown and was not printed; None if there is none."""
    at = 0
    anywhere = False
    for line in shown:
        if line == "...":
            anywhere = True
            continue
        found = next((i for i in range(at, len(printed)) if like(line, printed[i])), None)
        if found is None or (not anywhere and found != at):
            return f"shown, but not printed: {line}"
        at, anywhere = found + 1, False
    return None if anywhere or at == len(printed) else f"printed, but not shown: {printed[at]}"


def like(shown: str, printed: str) -> bool:
    number = r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w])"
    pattern = ".*".join(re.escape(re.sub(number, "\0", part)) for part in re.split(r"\.\.\.", re.sub(r"\s+", " ", shown)))
    pattern = pattern.replace("\0", f"({number})")
    found = re.fullmatch(pattern, re.sub(r"\s+", " ", printed).rstrip())
    return bool(found) and all(map(near, re.findall(number, shown), [n for n in found.groups() if n is not None]))


def near(shown: str, printed: str) -> bool:
    """Equal but for rounding: residuals below 1e-6 are whatever rounding leaves of them."""
    a, b = float(shown), float(printed)
    return abs(a - b) <= 1e-5 * abs(a) or max(abs(a), abs(b)) < 1e-6


def pages() -> list[Path]:
    """All pages of the site that have code, and the README."""
    docs = [page for page in sorted((HOME / "docs").rglob("*.md")) if page.parent.name not in {"decisions", "paper"}]
    return [HOME / "README.md", *docs, HOME / "mfg-examples" / "README.md"]


def check(page: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as path:
        folder = Folder(Path(path))
        # What commands of earlier pages have left.
        if re.search(r"out/(tutorial|sweep|study|first|fit)", page.read_text()) and "console" not in {b.language for b in blocks(page)}:
            run = "run tutorial --nx 40 --nt 40 --no-figures --no-report"
            (folder.path / "solvers.yaml").write_text("{game: tutorial, grid: {nodes: 20, steps: 20}, vary: {solver.name: [newton, anderson]}}")
            sweeps = ["sweep mfg-examples/sweep.yaml", "sweep mfg-examples/sweep.yaml --out out/study", "sweep solvers.yaml"]
            for command in [run, f"{run} --out out/first", *sweeps]:
                folder.run(f"./mfg {command}")
        return [f"{block.place}: {trouble}" for block in blocks(page) if (trouble := told(folder, block))]


def told(folder: Folder, block: Block) -> str | None:
    """What is wrong with a block, one that is malformed or takes too long included."""
    try:
        return folder.check(block)
    except (ValueError, yaml.YAMLError, subprocess.TimeoutExpired) as error:
        return str(error)


def main() -> None:
    chosen = [Path(name).resolve() for name in sys.argv[1:]] or pages()
    all_blocks = [block for page in chosen for block in blocks(page)]
    failures = compile_all([block for block in all_blocks if block.language == "java"])
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for some in workers.map(check, chosen):
            failures += some
    print("\n".join(failures))
    languages = [block.language or "plain" for block in all_blocks]
    counts = ", ".join(f"{languages.count(name)} {name}" for name in sorted(set(languages)))
    print(f"{len(all_blocks)} blocks of {len(chosen)} pages ({counts}), {len(failures)} failed")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
