"""Shelfrank's one command line, and the store it starts by itself when nobody names one."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("shelfrank")
except PackageNotFoundError:  # run from a folder of source code that was never installed
    __version__ = "0+unknown"
