"""Presets: what was recommended or is often asked for, put into a case as plain figures and plain rules.

A preset leaves nothing behind that works out of sight: the case it gives states every figure, for anybody to change.
"""

from selector.presets.apply import apply_preset
from selector.presets.catalogue import PARAMETERS, PRESETS
from selector.presets.parameters import Parameters, Stated
from selector.presets.preset import Preset, Replaced

__all__ = ["PARAMETERS", "PRESETS", "Parameters", "Preset", "Replaced", "Stated", "apply_preset"]
