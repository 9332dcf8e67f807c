"""The packages that MFG uses if they are there: those of ``mfg[all]``."""

import importlib


def extra(name):
    """The module; where it is missing, an error that says how to install it."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        message = f"this needs {name}, which is not installed: pip install {name}, or mfg[all] for all that mfg can use"
        raise ModuleNotFoundError(message, name=name) from None
