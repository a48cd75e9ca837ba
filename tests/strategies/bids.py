"""What bidders offer."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.strategies import figures
from tests.strategies.bidders import is_nhs
from tests.strategies.choosing import FLAG, Row, maybe, some
from tests.strategies.texts import IDS, NAMES, REASONS


def bids(draw: st.DrawFn, case: Row, tendered: list[Row], leaves: dict[str, list[Row]], years: list[str]) -> list[Row]:
    """Bids and packages, so that every lot that is required has one."""
    lots = {lot["id"]: lot for lot in tendered}
    groups = draw(st.lists(some(list(lots), least=1), max_size=3))
    covered = {lot for group in groups for lot in group}
    groups += [[name] for name, lot in lots.items() if lot.get("required", True) and name not in covered]
    names = draw(st.lists(IDS, min_size=len(groups), max_size=len(groups), unique=True))
    rows = []
    for name, group in zip(names, draw(st.permutations(groups)), strict=True):
        bidder = draw(st.sampled_from(case["bidders"]))
        row: Row = {"id": name, "bidder": bidder["id"], "lots": group, "price": draw(figures.PRICE)}
        maybe(
            draw, row, price_basis=st.sampled_from(["year", "head"]), indexation=figures.CHANGE,
            transition=figures.MONEY, transfer=figures.SHARE, exclusive_group=NAMES,
        )  # fmt: skip
        if years:
            maybe(draw, row, prices=st.dictionaries(st.sampled_from(years), figures.PRICE, max_size=3))
        _term(draw, row, is_nhs(bidder))
        _start(draw, row, case["horizon"], [lots[lot] for lot in group])
        _quality(draw, row, case, {each["id"]: each for lot in group for each in leaves[lots[lot]["service"]]})
        rows.append(row)
    return rows


def _term(draw: st.DrawFn, row: Row, nhs: bool) -> None:
    maybe(draw, row, form=st.sampled_from(["agreement", "contract"] if nhs else ["contract"]), term_years=figures.TERM)
    if "form" in row:
        row["term_years"] = draw(
            figures.numbers("0.000001", 5, 6) if row["form"] == "contract" else st.sampled_from(["0.000001", "1.5"])
        )
    if "term_years" in row:
        maybe(draw, row, extension_years=figures.TERM)
    if "extension_years" in row:
        maybe(draw, row, extension_price=figures.PRICE)


def _start(draw: st.DrawFn, row: Row, horizon: Row, group: list[Row]) -> None:
    first = int(horizon["start"][:4])
    months = [f"{first:04}-04-01"]
    if all("present_cost" in lot for lot in group):
        months.append(f"{first:04}-12-01")
        months += [f"{first + 1:04}-03-01", f"{first + 1:04}-04-01"][: 2 if horizon["years"] > 1 else 1]
    maybe(draw, row, start=st.sampled_from([month for month in months if len(month) == 10]))


def _quality(draw: st.DrawFn, row: Row, case: Row, asked: dict[str, Row]) -> None:
    """A score, or marks and what was agreed upon, on every criterion that is asked for."""
    beyond = case.get("marking", {}).get("moderate_beyond")
    scores: dict[str, Any] = {}
    marks: dict[str, Any] = {}
    moderated: dict[str, Any] = {}
    evaluators = [each["id"] for each in case.get("evaluators", ())]
    for name, criterion in draw(st.permutations(sorted(asked.items()))):
        if not evaluators or draw(FLAG):
            scores[name] = draw(figures.POINTS)
            continue
        out_of = Decimal(criterion.get("out_of", 100))
        on_scale = _at_most(out_of)
        marks[name] = {each: draw(on_scale) for each in draw(some(evaluators, least=1))}
        found = [Decimal(mark) for mark in marks[name].values()]
        if draw(FLAG) or (beyond is not None and (max(found) - min(found)) * 100 > Decimal(beyond) * out_of):
            moderated[name] = {"mark": draw(on_scale), "reason": draw(REASONS)}
    row |= {key: value for key, value in (("scores", scores), ("marks", marks), ("moderated", moderated)) if value}


def _at_most(most: Decimal) -> st.SearchStrategy[str]:
    return figures.POINTS.map(lambda points: format(min(Decimal(points), most), "f"))
