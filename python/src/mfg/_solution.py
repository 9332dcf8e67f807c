"""A solution: the arrays of solution.npz, and what summary.json says of them."""

import csv
import json
import pathlib

import numpy

from mfg._extra import extra

UNITS = {"t": "time", "u": "cost", "rho": "cost/time", "pressure": "cost/time"}
NAMES = {"t": "time", "u": "value function", "m": "density", "pressure": "pressure"}


class Solution:
    """What the solver found. Fields have time first, then the axes; those of a stationary game have no time.

    u, m        value function and density
    t           the times; None of a stationary game
    axes        the coordinates of each axis by its name; those are attributes too: ``solution.x``
    arrays      all of these and what else there is (pressure, rho) by name, as in solution.npz
    summary     what summary.json says, a dict; docs/output.md has every field
    history     a column of convergence.csv for each name
    """

    def __init__(self, arrays, summary, history):
        self.arrays = arrays
        self.summary = summary
        self.history = history
        self.u = arrays["u"]
        self.m = arrays["m"]
        self.t = arrays.get("t")
        self.axes = {axis["axis"]: arrays[axis["axis"]] for axis in summary["problem"]["domain"]}

    @classmethod
    def load(cls, folder):
        """Reads what ``mfg run`` wrote to a folder."""
        folder = pathlib.Path(folder)
        with numpy.load(folder / "solution.npz") as archive:
            arrays = {name: archive[name] for name in archive.files}
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        with open(folder / "convergence.csv", newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        columns = numpy.array([[float(cell) for cell in row] for row in rows]).reshape(len(rows), len(head)).T
        return cls(arrays, summary, dict(zip(head, columns)))

    def __getattr__(self, name):
        axes = self.__dict__.get("axes", {})
        if name in axes:
            return axes[name]
        raise AttributeError(f"a solution has no {name!r}; its axes are {', '.join(axes)}")

    def __repr__(self):
        shape = " x ".join(str(n) for n in self.m.shape)
        return f"<Solution of {self.summary['problem']['game']}: {self.status}, u and m of {shape} values>"

    @property
    def status(self):
        """CONVERGED, or why not."""
        return self.summary["status"]

    @property
    def converged(self):
        """Whether it is an equilibrium, to the solver's tolerance."""
        return self.status == "CONVERGED"

    def to_xarray(self):
        """An xarray.Dataset of the fields, with named coordinates and units."""
        xarray = extra("xarray")

        axes = list(self.axes)
        dims = axes if self.t is None else ["t", *axes]
        positions = [axis["axis"] for axis in self.summary["problem"]["domain"] if "states" not in axis]
        units = {**UNITS, **{name: "length" for name in positions}, "m": f"1/length^{len(positions)}"}

        def attributes(name):
            return {"long_name": NAMES.get(name, name), **({"units": units[name]} if name in units else {})}

        fields = [name for name in ("u", "m", "pressure") if name in self.arrays]
        dataset = xarray.Dataset(
            {name: (dims, self.arrays[name], attributes(name)) for name in fields},
            {name: (name, self.arrays[name], attributes(name)) for name in dims},
            {key: self.summary[key] for key in ("status", "message", "version")},
        )
        dataset.attrs["game"] = self.summary["problem"]["game"]
        dataset.attrs.update({f"parameter {k}": v for k, v in self.summary["problem"]["parameters"].items()})
        if "rho" in self.arrays:
            dataset["rho"] = ((), float(self.arrays["rho"]), {"long_name": "ergodic constant", "units": units["rho"]})
        return dataset

    def plot(self, what="density"):
        """A matplotlib figure in the style of MFG's own: density, value, slices or convergence."""
        extra("matplotlib")
        from mfg import _figures

        return _figures.draw(self, what)
