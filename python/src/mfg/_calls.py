"""What one asks of MFG: every command, a solution, a sweep."""

import json
import os
import pathlib
import tempfile
import warnings

import numpy

from mfg._extra import extra
from mfg._process import PROCESS, InvalidInput, MfgError
from mfg._solution import Solution

NO_EQUILIBRIUM = 1
BAD_INPUT = 2
# Options without a value; of a game's own parameters those that are true or false have one.
FLAGS = ("error_bars", "no_checks")


def call(*arguments):
    """Calls ``mfg`` as a shell does, ``mfg.call("list", "solvers")``, and gives what it prints.

    Relative paths are relative to where this process was when it called MFG first.
    Raises InvalidInput, or MfgError if the exit code is another one than 0.
    """
    code, out, err = _answer(arguments)
    if code:
        raise MfgError(err.strip())
    return out


def run(game, *, out=None, start=None, **options):
    """Solves a game; gives its Solution, and warns if that is no equilibrium.

    game     its name (``mfg list games``), a YAML file, or a dict with the keys of one; its fields may be arrays on even nodes
    out      a folder for all that ``mfg run`` writes, figures and report included; without it nothing is kept
    start    a Solution, or a solution.npz, where the solver starts
    options  those of ``mfg run GAME --help``, with _ for -: ``viscosity=0.02, nx=200, solver="anderson", lambda_=2, error_bars=True, quantity=["mean(T)", "max(T)"]``
    """
    with tempfile.TemporaryDirectory(prefix="mfg-") as scratch:
        folder = pathlib.Path(out or pathlib.Path(scratch, "out")).absolute()
        arguments = ["run", _game_word(game, scratch), "--quiet", "--out", str(folder)]
        if out is None:
            arguments += ["--no-figures", "--no-report"]
        if start is not None:
            arguments += ["--start", _start_file(start, scratch)]
        code, _, err = _answer(arguments + _options(options))
        if code not in (0, NO_EQUILIBRIUM) or not (folder / "summary.json").is_file():
            raise MfgError(err.strip())
        for line in err.splitlines():
            warnings.warn(line.removeprefix("mfg: ").removeprefix("warning: "), stacklevel=2)
        return Solution.load(folder)


def load(folder):
    """The Solution that ``mfg run`` wrote to a folder."""
    return Solution.load(folder)


def sweep(game, vary, *, out=None, workers=None, plugins=None, **keys):
    """Solves a game for many parameters, grids and solvers; gives a pandas DataFrame, a row for each run.

    game     its name, or a dict with the keys of a game file
    vary     the settings that change: ``{"viscosity": {"log": [1e-3, 1], "count": 10}, "lambda": [0, 1]}``
    out      the folder to write to; without it only the table is kept
    keys     the other keys of a sweep file (docs/sweep.md), with _ for -: ``quantities=["max(T)"], grid={"nodes": 50, "steps": 50}``
    """
    pandas = extra("pandas")

    whole = dict(game) if isinstance(game, dict) else {"game": game}
    whole.update({name.replace("_", "-"): value for name, value in keys.items()}, vary=vary)
    with tempfile.TemporaryDirectory(prefix="mfg-") as scratch:
        folder = pathlib.Path(out or pathlib.Path(scratch, "out")).absolute()
        arguments = ["sweep", _write_game(whole, scratch), "--quiet", "--out", str(folder)]
        if workers is not None:
            arguments.append(f"--workers={workers}")
        if plugins is not None:
            arguments.append(_option("plugins", plugins))
        code, _, err = _answer(arguments)
        if code not in (0, NO_EQUILIBRIUM):
            raise MfgError(err.strip())
        for line in err.splitlines():
            warnings.warn(line.removeprefix("mfg: "), stacklevel=2)
        return pandas.read_csv(folder / "runs.csv", index_col="run", float_precision="round_trip")


def fit(game, data, parameters=None, *, out=None, **options):
    """Finds parameters of a game from data, or without any a running cost f; gives what fit.json says, and warns of what it warns of.

    A running cost is the array "running-cost", of a number for each node; the coordinates of the nodes are arrays by axis under "nodes".

    game        as for run
    data        a file, a dict of arrays or a pandas DataFrame, each as docs/howto/fit.md tells
    parameters  their names, a list, or the name of one; their values in the fit are under "parameters"
    out         a folder for all that ``mfg fit`` writes; without it nothing is kept
    options     those of ``mfg fit GAME --help``, with _ for -
    """
    names = [parameters] if isinstance(parameters, str) else parameters
    with tempfile.TemporaryDirectory(prefix="mfg-") as scratch:
        folder = pathlib.Path(out or pathlib.Path(scratch, "out")).absolute()
        arguments = ["fit", _game_word(game, scratch), "--quiet", "--out", str(folder), "--data", _data_file(data, scratch)]
        arguments.append(f"--parameters={','.join(names)}" if names else "--running-cost")
        code, _, err = _answer(arguments + [_option(*option) for option in options.items()])
        if code:
            raise MfgError(err.strip())
        for line in err.splitlines():
            warnings.warn(line.removeprefix("mfg: ").removeprefix("warning: "), stacklevel=2)
        found = json.loads((folder / "fit.json").read_text(encoding="utf-8"))
        return found if names else {**found, **_running_cost(folder)}


def _running_cost(folder):
    with open(folder / "running-cost.csv", encoding="utf-8") as table:
        axes = table.readline().strip().split(",")[:-1]
        cost = numpy.loadtxt(table, delimiter=",", ndmin=2)[:, -1]
    with numpy.load(folder / "fit.npz") as archive:
        nodes = {name: archive[name] for name in axes}
    return {"running-cost": cost.reshape([len(x) for x in nodes.values()]), "nodes": nodes}


def _data_file(data, scratch):
    if isinstance(data, dict):
        file = os.path.join(scratch, "data.npz")
        numpy.savez(file, **{name: numpy.asarray(values, float) for name, values in data.items()})
        return file
    if hasattr(data, "to_csv"):
        file = os.path.join(scratch, "data.csv")
        data.to_csv(file, index=False)
        return file
    return os.path.abspath(data)


def _answer(arguments):
    code, out, err = PROCESS.call([str(argument) for argument in arguments])
    if code == BAD_INPUT:
        raise InvalidInput(err.strip().removeprefix("mfg: "))
    return code, out, err


def _game_word(game, scratch):
    if isinstance(game, dict):
        return _write_game(game, scratch)
    word = os.fspath(game)
    return os.path.abspath(word) if word.endswith((".yaml", ".yml")) else word


def _start_file(start, scratch):
    if not isinstance(start, Solution):
        return os.path.abspath(start)
    file = os.path.join(scratch, "start.npz")
    numpy.savez(file, **start.arrays)
    return file


def _options(options):
    """A list is an option again and again; None is none."""
    pairs = [(name, one) for name, value in options.items() for one in (value if isinstance(value, (list, tuple)) else [value])]
    return [_option(name, value) for name, value in pairs if value is not None and not (name in FLAGS and not value)]


def _option(name, value):
    if name in FLAGS:
        return f"--{name.replace('_', '-')}"
    if isinstance(value, (bool, numpy.bool_)):
        value = str(bool(value)).lower()
    elif isinstance(value, numpy.generic):
        value = value.item()
    elif isinstance(value, os.PathLike) or name == "plugins":
        value = os.path.abspath(value)
    return f"--{name.rstrip('_').replace('_', '-')}={value}"


def _write_game(game, scratch):
    """Writes a game as a file: JSON is YAML too. Arrays go beside it."""
    arrays = {}

    def plain(value):
        if isinstance(value, numpy.ndarray) and value.ndim:
            name = f"field{len(arrays)}"
            arrays[name] = value
            return {"file": "data.npz", "array": name}
        if isinstance(value, (numpy.generic, numpy.ndarray)):
            return value.item()
        raise TypeError(f"a game must be of numbers, texts, lists, dicts and arrays, but has {value!r}")

    def settings(value):
        return value.tolist() if isinstance(value, numpy.ndarray) else plain(value)

    lists = {key: json.loads(json.dumps(game[key], default=settings)) for key in ("vary", "zip") if key in game}
    file = pathlib.Path(scratch, "game.yaml")
    file.write_text(json.dumps({**game, **lists}, default=plain, ensure_ascii=False, indent=1), encoding="utf-8")
    if arrays:
        numpy.savez(file.with_name("data.npz"), **{name: numpy.asarray(a, float) for name, a in arrays.items()})
    return str(file)
