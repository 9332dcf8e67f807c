"""Mean field games from Python: MFG, a framework in Java, solves them, and NumPy arrays come back.

    import mfg

    solution = mfg.run("tutorial", viscosity=0.02)
    solution.m          # the density, of the shape (times, nodes)
    solution.plot("density")
"""

from mfg._calls import call, fit, load, run, sweep
from mfg._process import InvalidInput, MfgError
from mfg._solution import Solution

__all__ = ["InvalidInput", "MfgError", "Solution", "call", "fit", "load", "run", "sweep"]
