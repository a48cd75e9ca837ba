"""Fronts: the nondominated points of a program with several objectives."""

from selector.fronts.found import Nondominated, Point, SoFar
from selector.fronts.multiobjective import Multiobjective
from selector.fronts.nondominated import nondominated

__all__ = ["Multiobjective", "Nondominated", "Point", "SoFar", "nondominated"]
