"""What holds for every test."""

import os

# Tests start hundreds of processes; whoever has told Python to keep no bytecode would have each compile everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
