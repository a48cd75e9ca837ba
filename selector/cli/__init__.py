"""The command line: one command a file; commands of other packages join through the entry-point group."""

from selector.cli.main import app, main

__all__ = ["app", "main"]
