"""Readers of public instances, one file each; a new one is entered in the table below.

``orlib-cap`` (Beasley 1988) is not among them: there demand may be split over facilities, and a lot is awarded whole.
"""

from collections.abc import Mapping

from benchmarks.formats import cats, delmaire, gap, holmberg, national_npz, tbed
from benchmarks.formats.format import Format

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        holmberg.FORMAT,
        delmaire.FORMAT,
        tbed.FORMAT,
        gap.FORMAT,
        cats.FORMAT,
        national_npz.FORMAT,
    )
}

__all__ = ["FORMATS", "Format"]
