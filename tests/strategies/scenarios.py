"""Named overlays on a case."""

from typing import get_args

from hypothesis import strategies as st

from models.scenario import MergedCharges, MergedPrices
from models.tender import FALLBACK_PREFIX
from tests.strategies import figures
from tests.strategies.choosing import FLAG, Row, maybe, some
from tests.strategies.texts import BECAUSE, IDS, NAMES
from tests.strategies.wild_json import PATCHES


def scenarios(draw: st.DrawFn, bidders: list[Row]) -> list[Row]:
    """Patches of anything, and mergers of bidders that can merge."""
    rows = []
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        row: Row = {"id": name, "name": draw(NAMES)}
        maybe(draw, row, because=BECAUSE, patch=PATCHES)
        if draw(FLAG):
            row["mergers"] = _mergers(draw, bidders)
        rows.append(row)
    return rows


def _mergers(draw: st.DrawFn, bidders: list[Row]) -> list[Row]:
    taken = {bidder["id"] for bidder in bidders}
    left = [bidder["id"] for bidder in bidders if bidder["kind"] not in ("partnership", "in_house")]
    rows = []
    while len(left) > 1 and draw(st.integers(0, 3)):
        merging = draw(some(left, least=2))
        left = [name for name in left if name not in merging]
        row: Row = {"bidders": merging}
        made = [*merging, *(name for name in [draw(IDS)] if name not in taken and not name.startswith(FALLBACK_PREFIX))]
        maybe(
            draw, row, id=st.sampled_from(made), name=NAMES, prices=st.sampled_from(get_args(MergedPrices)),
            price_change=figures.CHANGE, setup=st.sampled_from(get_args(MergedCharges)),
            overhead=st.sampled_from(get_args(MergedCharges)),
        )  # fmt: skip
        taken |= {row.get("id", merging[0])}
        rows.append(row)
    return rows
