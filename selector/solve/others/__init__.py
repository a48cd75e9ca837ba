"""Every solver but HiGHS, through PuLP: what each can be told, and how it is read."""

from selector.solve.others.about import about
from selector.solve.others.driven import Driven
from selector.solve.others.table import solver_named

__all__ = ["Driven", "about", "solver_named"]
