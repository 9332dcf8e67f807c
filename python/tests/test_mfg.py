"""What Python gives is what ``mfg run`` writes, bit for bit; the rest is compared with what does not come from this package."""

import pathlib
import subprocess
import threading
import os
import signal
import sys
import time

import numpy
import pytest

import mfg
from mfg import _process

# The tutorial of the README, as a dict.
TUTORIAL = {
    "domain": {"x": {"lower": 0, "upper": 1, "boundary": "no-flux"}},
    "horizon": 1,
    "viscosity": 0.01,
    "hamiltonian": "quadratic",
    "couplings": [{"name": "power", "lambda": 0.5, "gamma": 1}],
    "terminal-cost": "0.5*(x-0.7)^2",
    "initial-density": "exp(-50*(x-0.3)^2)",
    "grid": {"nodes": 100, "steps": 100},
}


@pytest.fixture(scope="module")
def tutorial():
    return mfg.run("tutorial")


def test_arrays_are_those_of_the_command_line_bit_for_bit(tmp_path):
    subprocess.run(
        [_process.launcher(), "run", "tutorial", "--viscosity", "0.02", "--quiet", "--out", tmp_path], check=True)
    solution = mfg.run("tutorial", viscosity=0.02)
    with numpy.load(tmp_path / "solution.npz") as archive:
        assert sorted(archive.files) == ["m", "t", "u", "x"]
        for name in archive.files:
            assert getattr(solution, name).tobytes() == archive[name].tobytes()
            assert getattr(solution, name).shape == archive[name].shape
    assert mfg.load(tmp_path).m.tobytes() == solution.m.tobytes()


def test_mass_is_one_and_the_state_is_told(tutorial):
    weights = numpy.full(100, 1 / 99)
    weights[[0, -1]] /= 2
    assert tutorial.m @ weights == pytest.approx(numpy.ones(101), abs=1e-12)
    assert tutorial.converged and tutorial.status == "CONVERGED"
    assert tutorial.summary["problem"]["viscosity"] == 0.01
    assert tutorial.history["hjb-residual"][-1] == tutorial.summary["hjb-residual"]
    assert repr(tutorial) == "<Solution of tutorial: CONVERGED, u and m of 101 x 100 values>"
    with pytest.raises(AttributeError, match="its axes are x"):
        tutorial.y


def test_a_dict_is_a_game():
    """Not bit for bit: the formula has a square where the packaged game has a product."""
    exact = mfg.run("tutorial", tolerance=1e-12)
    assert mfg.run(TUTORIAL, tolerance=1e-12).m == pytest.approx(exact.m, abs=1e-10)


def test_fields_may_be_arrays():
    """Data are multilinear between nodes, so on the nodes of the grid they are the formula up to the rounding of its values; on coarser ones they are not."""
    x = numpy.linspace(0, 1, 100)
    arrays = {**TUTORIAL, "initial-density": numpy.exp(-50 * (x - 0.3) ** 2), "viscosity": numpy.float64(0.01)}
    assert mfg.run(arrays, tolerance=1e-12).m == pytest.approx(mfg.run(TUTORIAL, tolerance=1e-12).m, abs=1e-9)


def test_options_are_those_of_the_command_line():
    solution = mfg.run("tutorial", nx=30, nt=20, solver="anderson", memory=3, lambda_=2)
    assert solution.m.shape == (21, 30)
    assert solution.summary["solver"]["parameters"]["memory"] == 3
    assert solution.summary["problem"]["parameters"]["lambda"] == 2
    again = mfg.run("tutorial", nx=30, nt=20, lambda_=2, start=solution)
    assert again.summary["iterations"] == 0


def test_options_without_a_value_and_those_given_again_are_true_and_a_list():
    solution = mfg.run("hopf-cole", nx=33, nt=32, error_bars=True, no_checks=False, quantity=["mean(T)", "max(T)"])
    assert [bar["quantity"] for bar in solution.summary["error-bars"]] == ["mean(T)", "max(T)"]


def test_what_is_not_valid_is_told_in_a_line():
    with pytest.raises(mfg.InvalidInput, match=r"^viscosity must be >= 0, .*-1"):
        mfg.run("tutorial", viscosity=-1)
    with pytest.raises(mfg.InvalidInput, match="tutrial"):
        mfg.run("tutrial")
    assert "newton" in mfg.call("list", "solvers")


def test_what_is_no_equilibrium_is_given_with_a_warning():
    with pytest.warns(UserWarning, match="no equilibrium"):
        solution = mfg.run("tutorial", solver="newton", max_iterations=1)
    assert solution.status == "MAX_ITERATIONS" and not solution.converged


def test_a_stationary_game_has_no_time():
    solution = mfg.run("ergodic-potential")
    assert solution.t is None
    assert solution.m.shape == solution.x.shape
    assert numpy.isfinite(solution.arrays["rho"]).all()


def test_out_keeps_all_that_a_run_writes(tmp_path):
    mfg.run("tutorial", nx=20, nt=10, out=tmp_path / "étude ω")
    assert (tmp_path / "étude ω" / "density-3d.png").stat().st_size > 0
    assert (tmp_path / "étude ω" / "index.html").stat().st_size > 0


def test_a_process_that_dies_is_told_and_replaced():
    mfg.call("list", "solvers")
    _process.PROCESS._process.kill()
    _process.PROCESS._process.wait()
    assert "newton" in mfg.call("list", "solvers")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupt_ends_the_call_and_the_next_one_is_answered():
    timer = threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT))
    began = time.monotonic()
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        mfg.run("tutorial", nx=1000, nt=1000, solver="picard", max_iterations=100000, relaxation=0.001)
    assert time.monotonic() - began < 60
    assert "newton" in mfg.call("list", "solvers")


def test_an_installation_that_is_not_there_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("MFG_HOME", str(tmp_path))
    with pytest.raises(mfg.MfgError, match="MFG_HOME"):
        _process.launcher()


def test_sweep_is_a_table_of_the_same_runs():
    pytest.importorskip("pandas")
    table = mfg.sweep(
        "tutorial", {"viscosity": numpy.array([0.01, 0.1]), "lambda": [0, 1]},
        grid={"nodes": 30, "steps": 20}, quantities=["max(T)"])
    assert len(table) == 4
    for _, row in table.iterrows():
        solution = mfg.run("tutorial", nx=30, nt=20, viscosity=row["viscosity"], lambda_=row["lambda"])
        assert row["max(T)"] == solution.m[-1].max()
        assert row["iterations"] == solution.summary["iterations"]


def test_a_sweep_with_error_bars_covers_what_finer_grids_find():
    pytest.importorskip("pandas")
    table = mfg.sweep(
        "hopf-cole", {"nx": [33, 65], "nt": [32, 64]}, zip=["nx", "nt"], quantities=["cost"], error_bars=True)
    coarse, fine = table["cost"]
    bar = table["bar of cost"][0]
    # Of first order: from h to h/2 goes half of the error.
    assert 0.25 * bar < abs(coarse - fine) < bar


def test_xarray_has_names_and_units(tutorial):
    xarray = pytest.importorskip("xarray")
    dataset = tutorial.to_xarray()
    assert dataset["m"].dims == ("t", "x")
    assert {name: dataset[name].attrs["units"] for name in "txum"} == {
        "t": "time", "x": "length", "u": "cost", "m": "1/length^1"}
    assert dataset["u"].values.tobytes() == tutorial.u.tobytes()
    assert dataset["m"].sel(t=1.0).values.argmax() == tutorial.m[-1].argmax()
    assert dataset.attrs["parameter viscosity"] == 0.01
    assert "rho" in mfg.run("ergodic-potential").to_xarray()
    assert isinstance(mfg.run("two-rooms", nt=5).to_xarray(), xarray.Dataset)


def test_without_xarray_the_rest_works(monkeypatch, tutorial):
    monkeypatch.setitem(sys.modules, "xarray", None)
    with pytest.raises(ImportError):
        tutorial.to_xarray()
    assert mfg.run("tutorial").m.tobytes() == tutorial.m.tobytes()


def test_figures_are_drawn(tutorial, tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    for what in ("density", "value", "slices", "convergence"):
        file = tmp_path / f"{what}.png"
        tutorial.plot(what).savefig(file)
        assert file.stat().st_size > 10000
    assert [ax.get_xlabel() for ax in tutorial.plot("density").axes][0] == "time t"
    plane = mfg.run("two-rooms", nt=20).plot("density")
    assert len(plane.axes) == 6
    with pytest.raises(ValueError, match="a plot must be one of density"):
        tutorial.plot("densities")


@pytest.mark.parametrize(("package", "use"), [
    ("matplotlib", lambda solution: solution.plot()),
    ("xarray", lambda solution: solution.to_xarray()),
    ("pandas", lambda _: mfg.sweep("tutorial", {"lambda": [0, 1]})),
])
def test_a_package_that_is_missing_is_named_with_what_to_install(tutorial, monkeypatch, package, use):
    def absent(name):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr("importlib.import_module", absent)
    with pytest.raises(ModuleNotFoundError, match=rf"pip install {package}, or mfg\[all\]"):
        use(tutorial)


def test_a_parameter_is_found_from_densities_and_from_a_quantity(tutorial):
    grid = {"nx": 100, "nt": 100}
    observed = {"t": tutorial.t[::10], "x": tutorial.x[::5], "m": tutorial.m[::10, ::5]}
    found = mfg.fit("tutorial", observed, ["lambda"], lambda_=0.7, **grid)
    assert found["parameters"][0]["name"] == "lambda"
    assert found["parameters"][0]["value"] == pytest.approx(0.5, rel=1e-6)

    f = tutorial.x * tutorial.m[-1]
    mean = (f.sum() - 0.5 * (f[0] + f[-1])) / (len(f) - 1)
    found = mfg.fit("tutorial", {"mean(T)": [mean, 0.01]}, ["lambda"], lambda_=0.7, **grid)
    assert found["parameters"][0]["value"] == pytest.approx(0.5, rel=1e-5)
    with pytest.raises(mfg.InvalidInput, match="unknown quantity"):
        mfg.fit("tutorial", {"nothing": [1.0]}, ["lambda"])


def test_a_fit_warns_of_what_the_data_do_not_tell():
    """At the time 0 the density is the initial one, whatever the coupling."""
    first = {"t": [0], "x": [0.1, 0.3, 0.5], "m": [[1, 2, 1]]}
    with pytest.warns(UserWarning, match="do not tell these parameters apart") as caught:
        found = mfg.fit("tutorial", first, "lambda", nx=20, nt=10)
    assert [str(warning.message) for warning in caught] == found["warnings"]
    assert abs(found["directions"][0]["weights"]["lambda"]) == pytest.approx(1)


def test_a_running_cost_comes_as_an_array():
    """The game whose density is the data has no other cost than that which the fit is to find, 0.5 cos(2πx)."""
    game = {**TUTORIAL, "viscosity": 0.1, "initial-density": "exp(-5*(x-0.3)^2)", "grid": {"nodes": 21, "steps": 10}}
    del game["terminal-cost"]
    solution = mfg.run({**game, "running-cost": "0.5*cos(2*pi*x)"})
    data = {"t": solution.t, "x": solution.x, "m": solution.m}
    found = mfg.fit(game, data, noise=0.001)
    assert found["nodes"]["x"] == pytest.approx(numpy.linspace(0, 1, 21))
    assert found["running-cost"] == pytest.approx(0.5 * numpy.cos(2 * numpy.pi * solution.x), abs=0.05)
    with pytest.raises(mfg.InvalidInput, match="--noise must come with --running-cost"):
        mfg.fit(game, data, ["viscosity"], noise=0.001)
