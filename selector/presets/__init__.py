"""Presets: what was recommended for a service, put into a case as plain figures.

A preset leaves nothing behind that works out of sight: the case it gives states every figure, for anybody to change.
"""

from selector.presets.apply import PRESETS, apply_preset
from selector.presets.preset import Preset, Replaced

__all__ = ["PRESETS", "Preset", "Replaced", "apply_preset"]
