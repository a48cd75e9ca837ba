"""Suites of cases, one file each; a new one is entered in the table below."""

from collections.abc import Mapping

from benchmarks.suites import (
    board,
    board_large,
    coupled,
    delmaire,
    gap,
    growth,
    holmberg,
    national,
    orlib,
    sscflp,
    tbed,
    wdp,
    yang,
)
from benchmarks.suites.suite import Entry, Suite

SUITES: Mapping[str, Suite] = {
    each.name: each
    for each in (
        board.SUITE,
        board_large.SUITE,
        national.SUITE,
        coupled.SUITE,
        growth.SUITE,
        sscflp.SUITE,
        holmberg.SUITE,
        delmaire.SUITE,
        orlib.SUITE,
        yang.SUITE,
        tbed.SUITE,
        gap.SUITE,
        wdp.SUITE,
    )
}

__all__ = ["SUITES", "Entry", "Suite"]
