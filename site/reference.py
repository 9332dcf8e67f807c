"""The reference: what there is by name and the options of the commands, as the program itself tells them."""

import json
import re
import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
KINDS = {
    "games": ("Games", "A game is named on the command line, in a file, or by `mfg.game(name, parameters)`. Its parameters are options: "
              "`--viscosity 0.02`. What each is about, and where it comes from: [games in depth](../games.md)."),
    "hamiltonians": ("Hamiltonians", "The key `hamiltonian` of a [game file](game-files.md), or `mfg.hamiltonian(name, parameters)`. "
                     "[Your own](../howto/hamiltonian.md) takes ten minutes."),
    "couplings": ("Couplings", "The keys `couplings` and `terminal-couplings` of a [game file](game-files.md), or "
                  "`mfg.coupling(name, parameters)`. [Your own](../howto/coupling.md)."),
    "discretizations": ("Discretisations", "`--discretization NAME`, the key `discretization`, or `mfg.discretization(name, parameters)`. "
                        "What they are: [the mathematics](../mathematics.md#the-scheme)."),
    "solvers": ("Solvers", "`--solver NAME`, the key `solver`, or `mfg.solver(name, parameters)`. What they do, with sources: "
                "[solvers](../solvers.md); which to take: [choose a solver](../howto/choose-a-solver.md)."),
}


def write(folder: Path) -> None:
    """Asks one process all questions, and writes the pages."""
    folder.mkdir(exist_ok=True)
    serve = subprocess.Popen([HOME / "mfg", "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def mfg(*arguments: str) -> str:
        if arguments[0] == "serve":  # which does not answer calls of itself
            return subprocess.run([HOME / "mfg", *arguments], check=True, capture_output=True, text=True).stdout.rstrip()
        print(json.dumps(arguments), file=serve.stdin, flush=True)
        answer = json.loads(serve.stdout.readline())
        if answer["code"] != 0:
            raise SystemExit(f"mfg {' '.join(arguments)}: {answer['err']}")
        return answer["out"].rstrip()

    known = json.loads(mfg("list", "--json"))
    for kind, (title, text) in KINDS.items():
        (folder / f"{kind}.md").write_text(providers(title, text, known[kind]))
    (folder / "commands.md").write_text(commands(mfg))
    with open(folder / "game-files.md", "a") as page:
        page.write(keys(json.loads(mfg("schema", "game"))))
    serve.stdin.close()
    serve.wait()


def providers(title: str, text: str, known: list[dict]) -> str:
    lines = [f"# {title}", "", text, "", "Made from the registry: `mfg list` prints the same, plugins included.", ""]
    for provider in known:
        lines += [f"## {provider['name']}", "", provider["description"][:1].upper() + provider["description"][1:] + ".", ""]
        if "nodes" in provider:
            nodes = " x ".join(map(str, provider["nodes"]))
            steps = provider["steps"]
            lines += [f"{nodes} nodes, {steps} time {'step' if steps == 1 else 'steps'} by default.", ""]
        if provider["parameters"]:
            lines += ["| parameter | type | default | range | unit | |", "|---|---|---|---|---|---|"]
            lines += [row(parameter) for parameter in provider["parameters"]]
        else:
            lines += ["No parameters."]
        lines += [""]
    return "\n".join(lines)


def row(parameter: dict) -> str:
    default = parameter["default"]
    shown = str(default).lower() if isinstance(default, bool) else f"{default:g}" if isinstance(default, float) else str(default)
    cells = [f"`{parameter['name']}`", parameter["type"], shown, parameter["range"], parameter["unit"], parameter["description"]]
    return "| " + " | ".join(map(cell, cells)) + " |"


def keys(schema: dict) -> str:
    """What the schema says of each key of a game file."""
    lines = ["", "## All keys", "", "Made from the schema. What is after a dot is within.", "", "| key | |", "|---|---|"]

    def add(prefix: str, shape: dict) -> None:
        for key, value in shape.get("properties", {}).items():
            lines.append(f"| `{prefix}{key}` | {cell(said(value))} |")
            add(f"{prefix}{key}.", value)
        within = shape.get("additionalProperties")
        if isinstance(within, dict):
            add(f"{prefix}NAME.", within.get("then", within))
            add(f"{prefix}NAME.", within.get("else", {}))

    add("", schema)
    return "\n".join(lines) + "\n"


def said(shape: dict) -> str:
    """The description of a shape, and its choices where they are few."""
    choices = [str(choice) for choice in shape.get("enum", [])]
    return shape.get("description", "") or (" or ".join(choices) if len(choices) < 6 else "")


def cell(text: str) -> str:
    """A text in a table."""
    return re.sub(r"([|*_])", r"\\\1", text).replace("<", "&lt;")


def commands(mfg) -> str:
    lines = ["# Command line", "", "What `mfg --help` and `mfg COMMAND --help` print. Games and solvers add options of their own: ",
             "`mfg run tutorial --help` shows them all. In a clone the command is `./mfg`.", ""]
    overview = mfg("--help")
    lines += ["```text", overview, "```", ""]
    for command in [line.split()[0] for line in overview.partition("Commands:")[2].splitlines() if line[2:3].strip()]:
        lines += [f"## mfg {command}", "", "```text", mfg(command, "--help"), "```", ""]
    lines += ["## Exit codes", "", "0: an equilibrium, or what was asked for. 1: none was found, or files could not be written. 2: what was ",
              "asked for is not valid; one line says what, where, and what is allowed. 70: a defect of the program.", ""]
    return "\n".join(lines)
