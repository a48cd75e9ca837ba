"""Readers of public instances, one file each; a new one is entered in the table below."""

from collections.abc import Mapping

from benchmarks.formats import holmberg, national_npz
from benchmarks.formats.format import Format

FORMATS: Mapping[str, Format] = {each.name: each for each in (holmberg.FORMAT, national_npz.FORMAT)}

__all__ = ["FORMATS", "Format"]
