"""A solver-free check of an award: everything recomputed from the case and the award alone, from ``docs/formulation.md``.

Nothing here is shared with the code that finds awards, so that one mistake can not be made on both sides. Later
families of limits are one function each in ``limits``, later figures of an award one function each in ``claims``.
"""

from selector.verify.check import verify
from selector.verify.verification import Finding, Verification

__all__ = ["Finding", "Verification", "verify"]
