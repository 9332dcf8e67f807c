"""Figures with matplotlib in the style of those that MFG itself draws: small type, dark grey ink, viridis."""

import matplotlib
import matplotlib.colors
import numpy
from matplotlib import pyplot

COLUMN = 8 / 2.54  # inches: the column of a journal
INK = "#202020"
STYLE = {
    "font.family": "sans-serif", "font.size": 6, "axes.labelsize": 7, "legend.fontsize": 6, "legend.frameon": False,
    "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": INK, "xtick.color": INK, "ytick.color": INK,
    "axes.linewidth": 0.6, "xtick.major.width": 0.6, "ytick.major.width": 0.6, "lines.linewidth": 1,
    "image.cmap": "viridis", "figure.dpi": 150, "savefig.dpi": 500, "svg.fonttype": "none", "pdf.fonttype": 42,
}  # fmt: skip
FIELDS = {"density": ("m", "density m"), "value": ("u", "value u")}
PANELS = 5


def draw(solution, what):
    """The figure of that name; see Solution.plot."""
    drawings = {"density": _field, "value": _field, "slices": _slices, "convergence": _convergence}
    if what not in drawings:
        raise ValueError(f"a plot must be one of {', '.join(drawings)}, but was {what!r}")
    if what != "convergence" and (len(solution.axes) > 2 or "states" in str(solution.summary["problem"]["domain"])):
        raise ValueError("a plot of a field must be on a line or in the plane; mfg.run(..., out=...) draws the others")
    with matplotlib.rc_context(STYLE):
        return drawings[what](solution, what)


def _field(solution, what):
    name, label = FIELDS[what]
    field = solution.arrays[name]
    if len(solution.axes) == 2:
        return _planes(solution, field, label, what == "density")
    (axis, x), = solution.axes.items()
    figure, ax = pyplot.subplots(figsize=(COLUMN, 0.62 * COLUMN), layout="constrained")
    if solution.t is None:
        ax.plot(x, field, color="C0")
        ax.set(xlabel=f"position {axis}", ylabel=f"{label}({axis})", xlim=(x[0], x[-1]))
        return figure
    image = ax.pcolormesh(solution.t, x, field.T, shading="gouraud", rasterized=True)
    ax.set(xlabel="time t", ylabel=f"position {axis}")
    figure.colorbar(image, label=f"{label}(t, {axis})", pad=0.02)
    return figure


def _planes(solution, field, label, is_density):
    (first, x), (second, y) = solution.axes.items()
    levels = [None] if solution.t is None else _levels(solution)
    # By square roots a thin crowd is seen beside a dense one.
    colors = matplotlib.colors.PowerNorm(0.5, 0, numpy.nanmax(field)) if is_density else matplotlib.colors.Normalize(
        numpy.nanmin(field), numpy.nanmax(field))
    width = COLUMN if len(levels) == 1 else 2 * COLUMN
    panel = (width - 1) / len(levels)  # an inch for numbers and colours
    height = panel * (y[-1] - y[0]) / (x[-1] - x[0]) + 0.6
    figure, axes = pyplot.subplots(
        1, len(levels), figsize=(width, height), sharey=True, squeeze=False, layout="constrained")
    for ax, level in zip(axes[0], levels):
        values = field if level is None else field[level]
        image = ax.pcolormesh(x, y, values.T, norm=colors, shading="gouraud", rasterized=True)
        ax.set(xlabel=first, aspect="equal", title="" if level is None else f"t = {solution.t[level]:.3g}")
        ax.title.set_fontsize(7)
    axes[0][0].set_ylabel(second)
    figure.colorbar(image, ax=axes[0].tolist(), label=f"{label}({'' if solution.t is None else 't, '}{first}, {second})", pad=0.01)
    return figure


def _slices(solution, what):
    if solution.t is None or len(solution.axes) != 1:
        raise ValueError("slices must be of a game on a line that ends")
    (axis, x), = solution.axes.items()
    levels = _levels(solution)
    figure, ax = pyplot.subplots(figsize=(COLUMN, 0.62 * COLUMN), layout="constrained")
    for color, level in zip(pyplot.get_cmap("viridis")(numpy.linspace(0, 0.9, len(levels))), levels):
        ax.plot(x, solution.m[level], color=color, label=f"t = {solution.t[level]:.3g}")
    ax.set(xlabel=f"position {axis}", ylabel=f"density m(t, {axis})", xlim=(x[0], x[-1]), ylim=(0, None))
    ax.legend()
    return figure


def _convergence(solution, what):
    figure, ax = pyplot.subplots(figsize=(COLUMN, 0.62 * COLUMN), layout="constrained")
    iterations = solution.history["iteration"]
    names = {"hjb-residual": ("HJB residual", "o-"), "fp-residual": ("FP residual", "s-"),
             "defect": ("defect", "^-"), "exploitability": ("exploitability", "D-")}
    for name, (label, marker) in names.items():
        values = solution.history[name]
        there = values > 0  # others have no logarithm, or were not measured
        ax.semilogy(iterations[there], values[there], marker, markersize=3, label=label)
    ax.set(xlabel="iteration", ylabel="size")
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.legend()
    return figure


def _levels(solution):
    return numpy.unique(numpy.linspace(0, len(solution.t) - 1, PANELS).round().astype(int))
