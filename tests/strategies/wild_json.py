"""Any JSON that the patch of a scenario may hold."""

from hypothesis import strategies as st

from models import Case
from tests.strategies.texts import IDS, TEXTS

_FIELDS = sorted(Case.model_fields.keys() - {"format", "scenarios"})

_NUMBERS = (
    st.integers(-(10**20), 10**20)
    | st.sampled_from([10**99, 1 - 10**99, 0.1, 0.1 + 0.2, -0.0, 1e-90, 1.5e90, 1e15, 123456789012345680.0])
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: not value or 1e-99 < abs(value) < 1e99)
)
_KEYS = TEXTS | IDS | st.sampled_from(["", " ", "a b", "a/b", "a~b", "~1", "/", "id", "active"])
_SCALARS = st.none() | st.booleans() | _NUMBERS | TEXTS
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3), max_leaves=6
)

PATCHES = st.dictionaries(st.sampled_from(_FIELDS), _VALUES, max_size=3)
"""A merge patch on a case: of its fields, with anything below."""
