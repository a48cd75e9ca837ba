"""Small random cases with rules of the board, trees of criteria, marks, scores of price, picks and exclusions."""

from collections.abc import Iterator

from tests.oracle.allowed import allowed
from tests.oracle.award import Award
from tests.oracle.draw.choices import exclusions, low_prices, picks
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.packages import covering
from tests.oracle.draw.ratio import ratio
from tests.oracle.draw.rules import rules
from tests.oracle.draw.scoring import least_of_wholes, marks, tree
from tests.oracle.near_equal import near_equal_case
from tests.oracle.objectives import candidate, optimal, settled
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.tables import Case

_MOST_AWARDS = (64, 256, 256, 1024)
_TAGS = ("small", "local")


def board_case(seed: int) -> Document:
    """A valid case document of at most 1,024 awards, most with several that the rules may choose from; the same for the same seed."""
    dice = Dice(f"board {seed}")
    for case in _bases(dice):
        later = Dice(dice.randrange(2**32))
        if later.chance(0.6):
            _score(later, case)
        _tags(later, case)
        _places(later, case)
        _incumbents(later, case)
        if later.chance(0.35):
            ratio(later, case)
        left = allowed(case)
        if len(left) < 3 and later.chance(0.95):
            continue
        _decide(later, case, left)
        return case | {"name": f"board case {seed}"}
    raise AssertionError("the dice never stop")


def _bases(dice: Dice) -> Iterator[Document]:
    """Random cases of few awards, without end; of one in five the bids are pennies apart."""
    while True:
        draw = near_equal_case if dice.chance(0.2) else random_case
        case = draw(dice.randrange(2**32))
        if covering(case) <= dice.choice(_MOST_AWARDS):
            yield case


def _score(dice: Dice, case: Document) -> None:
    if dice.chance(0.7):
        tree(dice, case)
    if dice.chance(0.4):
        least_of_wholes(dice, case)
    if dice.chance(0.6):
        marks(dice, case)


def _tags(dice: Dice, case: Document) -> None:
    for row in dice.some(case["bidders"], 0.5):
        row["tags"] = [*row.get("tags", ()), *dice.sample(_TAGS, dice.choice((1, 1, 2)))]


def _places(dice: Dice, case: Document) -> None:
    """Where no buyer has an area, or region, give one to some."""
    for field in ("area", "region"):
        if not any(field in row for row in case["buyers"]) and dice.chance(0.8):
            for row in dice.some(case["buyers"], 0.6):
                row[field] = dice.choice(("Mersey", "Kent"))


def _incumbents(dice: Dice, case: Document) -> None:
    """Have somebody provide some listed lots today, where nobody is said to provide any."""
    lots = case.get("lots") or []
    if not any("incumbent" in lot for lot in lots) and dice.chance(0.5):
        for lot in dice.some(lots, 0.7):
            lot["incumbent"] = dice.choice([bid["bidder"] for bid in case["bids"]])


def _decide(dice: Dice, case: Document, left: list[Award]) -> None:
    """Add what the board decides, of which some of the awards that are ``left`` are mostly spared."""
    facts = read(case)
    if left and dice.chance(0.15):
        picks(dice, case, dice.choice(left))
    if left and dice.chance(0.2):
        exclusions(dice, case, dice.choice(left))
    if dice.chance(0.3):
        low_prices(dice, case)
    if left and dice.chance(0.9):
        rules(dice, case, facts, left, _best(facts, left))
    objective = case.get("objective", {})
    if objective.get("mode") == "lexicographic" and dice.chance(0.5):
        level: Document = {"objective": "penalty"}
        if dice.chance(0.6):
            level["tolerance"] = dice.number(dice.choice((0, "0.01", 5, 20_000)))
        objective["levels"].insert(dice.randint(0, len(objective["levels"])), level)


def _best(facts: Case, left: list[Award]) -> Award:
    candidates = [candidate(facts, award) for award in left]
    winner = settled(optimal(facts, candidates)[0])[0]
    return next(award for award, row in zip(left, candidates, strict=True) if row.ids == winner.ids)
