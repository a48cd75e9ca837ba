"""Staff whose posts are at stake, and posts for them."""

from decimal import Decimal

from hypothesis import strategies as st

from tests.strategies import figures
from tests.strategies.bidders import is_nhs
from tests.strategies.choosing import FLAG, Row, maybe, some
from tests.strategies.texts import IDS, NAMES


def staff_groups(draw: st.DrawFn, buyers: list[str], tendered: list[Row]) -> list[Row]:
    """Groups on the lots of their employer, or on any."""
    employers: dict[str, list[str]] = {}
    for lot in tendered:
        if "incumbent" in lot:
            employers.setdefault(lot["incumbent"], []).append(lot["id"])
    rows = []
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        row: Row = {
            "id": name, "headcount": draw(figures.WTE), "salary": draw(figures.MONEY), "service_years": draw(figures.YEARS),
        }  # fmt: skip
        if employers:
            maybe(draw, row, employer=st.sampled_from(sorted(employers)))
        own = employers[row["employer"]] if "employer" in row else [lot["id"] for lot in tendered]
        row["lots"] = _shares(draw, own, least=0 if "employer" in row else 1)
        maybe(
            draw, row, name=NAMES, function=NAMES, place=st.sampled_from(buyers), wte_per_head=figures.PART,
            continuous_weeks=figures.WEEKS,
        )  # fmt: skip
        rows.append(row)
    return rows


def vacancies(draw: st.DrawFn, buyers: list[str], bidders: list[Row], groups: list[Row]) -> list[Row]:
    """Posts within the NHS family, in the functions of groups."""
    family = [bidder["id"] for bidder in bidders if is_nhs(bidder)]
    functions = sorted({group["function"] for group in groups if "function" in group})
    rows: list[Row] = []
    if not family or not functions:
        return rows
    for name in draw(st.lists(IDS, max_size=2, unique=True)):
        row: Row = {
            "id": name, "bidder": draw(st.sampled_from(family)), "function": draw(st.sampled_from(functions)),
            "wte": draw(figures.WTE),
        }  # fmt: skip
        maybe(draw, row, place=st.sampled_from(buyers))
        rows.append(row)
    return rows


def _shares(draw: st.DrawFn, lots: list[str], least: int) -> list[Row]:
    names = draw(some(lots, least=least))
    if len(names) == 1 and draw(FLAG):
        return [{"lot": names[0]}]
    left = Decimal(1)
    rows: list[Row] = []
    for name in names:
        share = min(Decimal(draw(figures.PART)), left)
        if not share:
            break
        rows.append({"lot": name, "share": format(share, "f")})
        left -= share
    return rows
