"""What bidders take off, the more they win. Synthetic.

Tiers start at shares of what a unit's home, or the whole case, buys: in a part of England they are as much smaller.
"""

from collections.abc import Collection, Iterator
from decimal import Decimal

from models import Discount, DiscountBasis, DiscountKind, Tier
from selector.examples.england_2013.ccgs import Ccg, people_of
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import rounded
from selector.examples.england_2013.services import Line

_Step = tuple[float, float]
"""From what share of all on, and how much is taken off: a share of the price, or pounds a unit."""


def discounts(cut: Cut, standing: Collection[str]) -> tuple[Discount, ...]:
    """The discounts of bidders that stand in the case."""
    return tuple(each for each in (*_of_units(cut), *_of_others(cut)) if each.bidder in standing)


def _of_units(cut: Cut) -> Iterator[Discount]:
    """Each unit with CCGs of its own in the case gives one, in forms that go round."""
    for number, unit in enumerate(unit for unit in cut.units if cut.people_inside(unit)):
        home = tuple(ccg for ccg in cut.group if cut.incumbents[ccg.ods] == unit)
        match number % 4:
            case 0:
                lines = _among(cut, "back-office")
                yield _by_spend(unit.id, "office", home, lines, "all_units", (1.0, 0.02))
            case 1:
                lines = _among(cut, "medicines-management", "continuing-care")
                yield _by_volume(unit.id, "care", home, lines, (0.7, 0.015))
            case 2:
                lines = _among(cut, "business-intelligence", "communications")
                yield _by_spend(unit.id, "information", home, lines, "incremental", (0.5, 0.03))
            case _:
                lines = _among(cut, "back-office", "communications")
                yield _by_lots(unit.id, "scale", home, lines, (0.4, 0.01), (0.8, 0.02))


def _of_others(cut: Cut) -> Iterator[Discount]:
    everybody = cut.group
    lines = _among(cut, "back-office", "estates")
    yield _by_spend("capita", "premises", everybody, lines, "incremental", (0.06, 0.02), (0.12, 0.03))
    lines = _among(cut, "clinical-procurement", "contract-management")
    yield _by_spend("example-procurement", "procurement", everybody, lines, "all_units", (0.1, 0.02))
    lines = _among(cut, "gp-it", "corporate-it")
    yield _by_volume("example-informatics", "computers", everybody, lines, (0.08, 0.02))
    lines = _among(cut, "contract-management", "planning-and-strategy")
    yield _by_lots("mbed", "contracts", everybody, lines, (0.12, 0.015))
    lines = _among(cut, "service-redesign", "gp-it")
    yield _pounds_a_lot("optum", "redesign", everybody, lines, "all_units", (0.1, 2_000))
    for each in cut.roster:
        if each.id.startswith("patient-voice-"):
            lines = _among(cut, "public-involvement", "complaints")
            yield _pounds_a_lot(each.id, "voice", everybody, lines, "incremental", (0.05, 1_000))
    yield _pence_a_head("example-analytics", "heads", everybody, _among(cut, "business-intelligence"))


def _by_spend(
    bidder: str, name: str, buyers: tuple[Ccg, ...], lines: tuple[Line, ...], kind: DiscountKind, *steps: _Step
) -> Discount:
    """A share of the price, by what is paid a year."""
    paid = people_of(buyers) * sum(line.price for line in lines)
    return _discount(bidder, name, lines, "spend", kind, _rates(_in_thousands(paid, steps)))


def _by_volume(bidder: str, name: str, buyers: tuple[Ccg, ...], lines: tuple[Line, ...], *steps: _Step) -> Discount:
    """A share of the price, by people served, each once for each service."""
    people = people_of(buyers) * len(lines)
    return _discount(bidder, name, lines, "volume", "all_units", _rates(_in_thousands(people, steps)))


def _by_lots(bidder: str, name: str, buyers: tuple[Ccg, ...], lines: tuple[Line, ...], *steps: _Step) -> Discount:
    """A share of the price, by lots."""
    return _discount(bidder, name, lines, "lots", "all_units", _rates(_in_lots(buyers, lines, steps)))


def _pounds_a_lot(
    bidder: str, name: str, buyers: tuple[Ccg, ...], lines: tuple[Line, ...], kind: DiscountKind, *steps: _Step
) -> Discount:
    """Pounds off each lot, by lots."""
    return _discount(bidder, name, lines, "lots", kind, _pounds(_in_lots(buyers, lines, steps)))


def _pence_a_head(bidder: str, name: str, buyers: tuple[Ccg, ...], lines: tuple[Line, ...]) -> Discount:
    """Pence off for each head beyond so many."""
    steps = _in_thousands(people_of(buyers), ((0.05, 0.02), (0.1, 0.04)))
    return _discount(bidder, name, lines, "volume", "incremental", _pounds(steps))


def _among(cut: Cut, *names: str) -> tuple[Line, ...]:
    return tuple(line for line in cut.lines if line.id in names)


def _in_thousands(whole: float, steps: tuple[_Step, ...]) -> tuple[_Step, ...]:
    return tuple((max(int(share * whole / 1000), number) * 1000, off) for number, (share, off) in enumerate(steps, 1))


def _in_lots(buyers: tuple[Ccg, ...], lines: tuple[Line, ...], steps: tuple[_Step, ...]) -> tuple[_Step, ...]:
    lots = len(buyers) * len(lines)
    return tuple((max(int(share * lots), number + 1), off) for number, (share, off) in enumerate(steps, 1))


def _rates(steps: tuple[_Step, ...]) -> tuple[Tier, ...]:
    return tuple(Tier(at_least=Decimal(start), rate=rounded(rate, 3)) for start, rate in steps)


def _pounds(steps: tuple[_Step, ...]) -> tuple[Tier, ...]:
    return tuple(Tier(at_least=Decimal(start), per_unit=rounded(pounds, 2)) for start, pounds in steps)


def _discount(
    bidder: str,
    name: str,
    lines: tuple[Line, ...],
    by: DiscountBasis,
    kind: DiscountKind,
    tiers: tuple[Tier, ...],
) -> Discount:
    services = tuple(line.id for line in lines)
    return Discount(id=f"{bidder}/{name}", bidder=bidder, services=services, by=by, kind=kind, tiers=tiers)
