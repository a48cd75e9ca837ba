"""A rule of the board, a pick or an exclusion, so that an award that was allowed is so no more."""

import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.board_rows import Row, rows
from tests.oracle.criteria import comes_to
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.lot_sets import lot_set
from tests.oracle.exact import PENNY, THOUSANDTH
from tests.oracle.read_board import read_board
from tests.oracle.tables import Case

_COUNTS = ("lots", "buyers", "winners", "moves")
_METRICS = (*_COUNTS, *_COUNTS, "population", "spend", "spend", "liability", "mean_quality")
_SHARES = ("share_of_spend", "share_of_population")
_MOST = dict.fromkeys(_SHARES, Fraction(1)) | {"mean_quality": Fraction(100)}
_STEPS = {"spend": PENNY, "liability": PENNY} | dict.fromkeys((*_SHARES, "mean_quality"), THOUSANDTH)
_PARTS = (Fraction(0), Fraction(1, 10), Fraction(2, 5))


def tighten_board(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Change the document, of which ``facts`` are, so that it forbids ``award``; or not at all, where the dice fall so."""
    dice.choice(_FAMILIES)(dice, case, facts, award)


def _rule(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    rule = _drawn(dice, case) | {"id": f"r{len(case.get('rules', ()))}"}
    binding = [row for row in _rows(facts, rule | {"limit": 0}, award) if row.binds and row.found.denominator]
    if not binding:
        return
    limit = _limit(dice, rule, dice.choice(binding).value)
    if limit is not None:
        case.setdefault("rules", []).append(rule | {"limit": dice.number(limit)})


def _limit(dice: Dice, rule: Document, value: Fraction) -> Fraction | None:
    """A limit that a value breaks; None where there is none."""
    step = _STEPS.get(rule["metric"], Fraction(1))
    far = max(step, value * dice.choice(_PARTS))
    if rule["sense"] == "exactly":
        return value + 1
    if rule["sense"] == "at_most":
        return None if value < step else math.floor((value - far) / step) * step
    limit = math.ceil((value + far) / step) * step
    most = _MOST.get(rule["metric"], limit)
    return None if value >= most else min(limit, most)


def _drawn(dice: Dice, case: Document) -> Document:
    """A rule without a limit."""
    metric = dice.choice((*_METRICS, *_SHARES))
    rule: Document = {"metric": metric, "sense": dice.choice(("at_least", "at_most", "at_most"))}
    if metric in _COUNTS and dice.chance(0.2):
        rule["sense"] = "exactly"
    bidders: Document = {}
    if dice.chance(0.6):
        bidders["ids"] = dice.sample([row["id"] for row in case["bidders"]], 1)
    if dice.chance(0.2):
        bidders["kinds"] = [dice.choice(case["bidders"])["kind"]]
    if metric != "moves" and dice.chance(0.1):
        bidders["incumbents"] = True
    if bidders:
        rule["bidders"] = bidders
    if dice.chance(0.6):
        rule["lots"] = lot_set(dice, case)
    if metric != "winners" and dice.chance(0.3):
        rule["each"] = True
    if dice.chance(0.3):
        rule["per"] = [dice.choice(("buyer", "service"))]
    return rule


def _rows(facts: Case, rule: Document, award: Award) -> list[Row]:
    return list(rows(replace(facts, board=read_board({"rules": [rule]})), award.offers))


def _pick(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Pick a bid that the award does not take, and that can win beside those picked before."""
    picked = {lot for row in case.get("picks", ()) for lot in facts.bids[row["bid"]].lots}
    left_out = {row.get("bid") for row in case.get("exclusions", ())}
    others = [
        bid.id
        for bid in facts.bids.values()
        if bid.id not in award.ids and bid.id not in left_out and picked.isdisjoint(bid.lots)
    ]
    if others:
        picks = case.setdefault("picks", [])
        picks.append({"id": f"p{len(picks)}", "bid": dice.choice(others), "reason": "as agreed"})


def _exclusion(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Leave out a bid that the award takes, or its bidder for some lots."""
    picked = {row["bid"] for row in case.get("picks", ())}
    taken = [offer for offer in award.offers if not offer.bidder.fallback]
    if not taken:
        return
    offer, exclusions = dice.choice(taken), case.get("exclusions", [])
    row: Document = {"id": f"x{len(exclusions)}", "reason": "a conflict of interest"}
    if offer.id not in picked and dice.chance(0.5):
        row["bid"] = offer.id
    else:
        row["bidder"] = offer.bidder.id
        if dice.chance(0.5):
            row["lots"] = {"services": [offer.lot.service], "buyers": [offer.lot.buyer]}
    case["exclusions"] = [*exclusions, row]


def _minimum(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Of a criterion that others are parts of."""
    wholes = {row["parent"] for row in case.get("criteria", ()) if row.get("parent") is not None}
    found = [
        (name, points)
        for offer in award.offers
        if not offer.bidder.fallback
        for name, points in comes_to(facts.criteria, offer.lot.service, facts.bids[offer.id].scores)[0].items()
        if name in wholes and points < 100
    ]
    if found:
        name, points = dice.choice(found)
        limit = min(math.ceil((points + THOUSANDTH) / THOUSANDTH) * THOUSANDTH + dice.choice((0, 0, 10)), Fraction(100))
        next(row for row in case["criteria"] if row["id"] == name)["minimum"] = dice.number(limit)


_FAMILIES: tuple[Callable[[Dice, Document, Case, Award], None], ...] = (
    _rule,
    _rule,
    _rule,
    _rule,
    _pick,
    _exclusion,
    _minimum,
)
