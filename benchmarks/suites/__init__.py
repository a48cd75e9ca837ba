"""Suites of cases, one file each; a new one is entered in the table below."""

from collections.abc import Mapping

from benchmarks.suites import board
from benchmarks.suites.suite import Entry, Suite

SUITES: Mapping[str, Suite] = {each.name: each for each in (board.SUITE,)}

__all__ = ["SUITES", "Entry", "Suite"]
