"""From arrays in memory to a model in the solver: what it takes the engine, and what it takes modelling libraries.

One program, written in each library as its users write it, and handed to HiGHS, so that the roads end at one place.
Each engine has a process of its own, which imports nothing of another.
"""

from collections.abc import Mapping

from benchmarks.building.builder import Builder

SELECTOR = "selector"
"""The engine itself, which every other is held against."""

BUILDERS: Mapping[str, Builder] = {
    each.name: each
    for each in (
        Builder(SELECTOR, module="benchmarks.building.by_selector", package="highspy"),
        Builder("pulp", module="benchmarks.building.by_pulp", package="pulp"),
        Builder("linopy", module="benchmarks.building.by_linopy", package="linopy"),
        Builder("pyomo", module="benchmarks.building.by_pyomo", package="pyomo"),
    )
}

__all__ = ["BUILDERS", "SELECTOR", "Builder"]
