"""Rules of the board, with limits at what some award that is allowed has: so rules often decide, and can be kept."""

import math
from collections.abc import Sequence
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.board import LotSet
from tests.oracle.board_lots import lots_of
from tests.oracle.board_rows import Row, rows_of
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.lot_sets import lot_set
from tests.oracle.exact import MILLIONTH, PENNY
from tests.oracle.objectives import candidate
from tests.oracle.read_board import read_board, read_lot_set
from tests.oracle.tables import Case

_COUNTS = ("lots", "buyers", "winners", "moves")
_METRICS = (
    *("lots", "buyers", "population", "spend", "share_of_spend", "share_of_population", "winners", "mean_quality"),
    *("liability", "moves"),
)
_STEPS = {"spend": PENNY, "liability": PENNY} | dict.fromkeys(
    ("share_of_spend", "share_of_population", "mean_quality"), MILLIONTH
)
# Mostly a limit that no award keeps is so far off.
_LEAST = {"share_of_spend": Fraction(1, 100), "share_of_population": Fraction(1, 100), "mean_quality": Fraction(1)}
_PENALTIES = ("0.01", "0.5", 1, "33.33", 1000, 25_000, 1_000_000)
_MOST = 10**9
_MOST_TURNS = 12
_KINDS = ("nhs_csu", "in_house", "private", "voluntary", "local_authority", "partnership")


def rules(dice: Dice, case: Document, facts: Case, awards: Sequence[Award], best: Award) -> None:
    """Add rules to the document of which ``facts`` are, and ``awards`` those allowed without them.

    Hard ones are mostly kept by one award, the same for all, and broken by the ``best``.
    """
    plan = dice.choice(awards)
    case["rules"] = [_rule(dice, case, facts, awards, plan, best, at) for at in range(dice.choice((1, 1, 2, 2, 3, 4)))]


def _rule(
    dice: Dice, case: Document, facts: Case, awards: Sequence[Award], plan: Award, best: Award, number: int
) -> Document:
    metric = dice.choice([name for name in _METRICS if _varies(name, awards)] or _METRICS)
    for turn in range(_MOST_TURNS):
        rule = _drawn(dice, case, facts, metric) | {"id": f"r{number}"}
        soft, hopeless = dice.chance(0.55), dice.chance(0.04)
        kept = awards if hopeless else [plan]
        _limit(dice, facts, rule, kept, beyond=hopeless or (soft and dice.chance(0.4)))
        if any(not row.kept for row in _rows(facts, rule, best)) or turn == _MOST_TURNS - 1 or dice.chance(0.04):
            break
    if soft:
        _soften(dice, facts, rule, plan, best)
    if dice.chance(0.05):
        rule["active"] = False
    if dice.chance(0.2):
        rule["because"] = "the board wants it"
    return rule


def _varies(metric: str, awards: Sequence[Award]) -> bool:
    """Whether a metric that some cases have nothing of, has something to rule here."""
    if metric == "liability":
        return any(offer.liability for award in awards for offer in award.offers)
    if metric == "moves":
        return any(offer.lot.incumbent for offer in awards[0].offers)
    return True


def _drawn(dice: Dice, case: Document, facts: Case, metric: str) -> Document:
    """A rule without a limit."""
    rule: Document = {"metric": metric, "sense": dice.choice(("at_least", "at_most"))}
    if metric in _COUNTS and dice.chance(0.3):
        rule["sense"] = "exactly"
    if bidders := _bidders(dice, case, metric):
        rule["bidders"] = bidders
    if dice.chance(0.7):
        rule["lots"] = lot_set(dice, case)
    if metric != "winners" and dice.chance(0.35):
        rule["each"] = True
    if dice.chance(0.35):
        rule["per"] = _per(dice, facts, read_lot_set(rule.get("lots", {})))
    return rule


def _bidders(dice: Dice, case: Document, metric: str) -> Document:
    found: Document = {}
    # Of all bidders, all together, shares are 1 and counts are what they are.
    for field, names in (
        ("ids", [row["id"] for row in case["bidders"]]),
        ("kinds", _KINDS if dice.chance(0.1) else sorted({row["kind"] for row in case["bidders"]})),
        ("tags", sorted({tag for row in case["bidders"] for tag in row.get("tags", ())})),
        ("groups", sorted({row["group"] for row in case["bidders"] if "group" in row})),
    ):
        if names and dice.chance(0.35):
            found[field] = dice.sample(list(names), min(len(names), dice.choice((1, 1, 2))))
    if metric != "moves" and dice.chance(0.15):
        found["incumbents"] = True
    return found


def _per(dice: Dice, facts: Case, lots: LotSet) -> list[str]:
    """What a rule on some lots is held per: of places such as some buyer of them has all of."""
    buyers = [facts.buyers[lot.buyer] for lot in lots_of(facts, lots)]
    one = dice.choice(buyers)
    places = [name for name, place in (("area", one.area), ("region", one.region)) if place is not None]
    names = ["buyer", "service", *places, *places]
    return list(dict.fromkeys(dice.sample(names, dice.choice((1, 1, 1, 2)))))


def _limit(dice: Dice, facts: Case, rule: Document, awards: Sequence[Award], *, beyond: bool) -> None:
    """Set the limit where the awards just keep it, or ``beyond``."""
    metric, sense = rule["metric"], rule["sense"]
    rule["limit"] = 0
    seen = [row for award in awards for row in _rows(facts, rule, award) if row.binds and row.found.denominator]
    values = [row.value for row in seen] or [Fraction(0)]
    step = _STEPS.get(metric, Fraction(1))
    far = max(step, max(values) * dice.choice((Fraction(0), Fraction(1, 10), Fraction(1, 3))))
    if metric in _LEAST and dice.chance(0.8):
        far = max(far, _LEAST[metric])
    if sense == "at_least":
        value = max(values) + far if beyond else min(values)
        limit = math.floor(value / step) * step
    elif sense == "at_most":
        value = max(Fraction(0), min(values) - far) if beyond else max(values)
        limit = math.ceil(value / step) * step
    else:
        value = dice.choice(values) + (dice.choice((1, 1, -1)) if beyond else 0)
        limit = max(Fraction(0), value)
    if dice.chance(0.05):
        limit = max(Fraction(0), limit + dice.choice((step, -step)))
    most = {"share_of_spend": 1, "share_of_population": 1, "mean_quality": 100}.get(metric)
    rule["limit"] = dice.number(limit if most is None else min(limit, Fraction(most)))


def _soften(dice: Dice, facts: Case, rule: Document, plan: Award, best: Award) -> None:
    """Give the rule a penalty, a priority or both: penalties at which two awards are alike, pennies apart, or any."""
    how = dice.choice(("penalty", "penalty", "priority", "both"))
    if how != "penalty":
        rule["priority"] = dice.choice((1, 1, 2, 3, 7))
    if how != "priority":
        broken = [sum((row.violation for row in _rows(facts, rule, award)), Fraction(0)) for award in (best, plan)]
        dearer = (candidate(facts, plan).value - candidate(facts, best).value) * PENNY
        spared = broken[0] - broken[1]
        if spared > 0 and 0 < dearer < _MOST * spared and dice.chance(0.6):
            even = dearer / spared + dice.choice((0, 0, 0, PENNY, -PENNY, 1000))
            rule["penalty"] = dice.number(max(Fraction(0), math.floor(even / PENNY) * PENNY))
        else:
            rule["penalty"] = dice.number(dice.choice(_PENALTIES))


def _rows(facts: Case, rule: Document, award: Award) -> list[Row]:
    """The rows of one rule, as if there were no other."""
    (active,) = read_board({"rules": [{key: value for key, value in rule.items() if key != "active"}]}).rules
    return rows_of(facts, active, award.offers)
