"""How concentrated a market is: shares, and the sum of their squares.

Source: A. O. Hirschman, "The Paternity of an Index", American Economic Review 54 (1964) 761; the scale of 0 to 10,000
is that of guidelines on mergers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from models import Case
from models.market import Band, Basis, Concentration, MarketShare
from selector.decide.supply.groups import Group
from selector.decide.supply.rounded import millionths, thousandths
from selector.decide.supply.stakes import Stake

_UK = (
    "Competition Commission and Office of Fair Trading, Merger Assessment Guidelines (2010);"
    " those of 2021 have no bands"
)
_US = "US Department of Justice and Federal Trade Commission, Merger Guidelines (2023), 2.1"
BANDS = (
    Band(above=1000, words="concentrated", source=_UK),
    Band(above=2000, words="highly concentrated", source=_UK),
    Band(above=1800, words="highly concentrated", source=_US),
)
"""What guidelines on mergers make of an index. They are about sellers that merge, and are told for comparison alone."""


def shares(amounts: Mapping[str, Fraction]) -> Mapping[str, Fraction]:
    """What part of their sum each amount is; nothing where they come to nothing."""
    total = sum(amounts.values(), Fraction(0))
    return {name: amount / total for name, amount in amounts.items()} if total else {}


def index(parts: Iterable[Fraction]) -> Fraction:
    """The Herfindahl-Hirschman index of shares: 10,000 of one alone, 10,000/n of n that are alike."""
    return sum((part * part for part in parts), Fraction(0)) * 10_000


def concentrations(
    case: Case, groups: Sequence[Group], stakes: Mapping[Basis, Sequence[Stake]]
) -> Iterator[Concentration]:
    """The concentration of each group of lots on each basis on which anybody has any of them."""
    by_lot = {basis: _by_lot(each) for basis, each in stakes.items()}
    for group in groups:
        for basis, held in by_lot.items():
            inside = [stake for lot in sorted(group.lots) for stake in held.get(lot, ())]
            if inside:
                yield _concentration(case, group, basis, inside)


def _by_lot(stakes: Sequence[Stake]) -> Mapping[int, Sequence[Stake]]:
    found: dict[int, list[Stake]] = {}
    for stake in stakes:
        found.setdefault(stake.lot, []).append(stake)
    return found


def _concentration(case: Case, group: Group, basis: Basis, stakes: Sequence[Stake]) -> Concentration:
    units = {service.id: service.unit for service in case.services}
    one_unit = len({units[case.tendered[lot].service] for lot in group.lots}) == 1
    stated = all(stake.spend is not None for stake in stakes)
    lots = _sums((stake.bidder, stake.part) for stake in stakes)
    spend = shares(_sums((stake.bidder, stake.spend or Fraction(0)) for stake in stakes)) if stated else {}
    volume = shares(_sums((stake.bidder, _volume(case, stake)) for stake in stakes)) if one_unit else {}
    size = spend or volume or lots
    return Concentration(
        basis=basis,
        within=group.within,
        of=group.of,
        lots=len({stake.lot for stake in stakes}),
        of_lots=len(group.lots),
        by_spend=thousandths(index(spend.values())) if spend else None,
        by_volume=thousandths(index(volume.values())) if volume else None,
        shares=tuple(
            MarketShare(
                bidder=name,
                lots=thousandths(lots[name]),
                spend=millionths(spend[name]) if spend else None,
                volume=millionths(volume[name]) if volume else None,
            )
            for name in sorted(lots, key=lambda name: -size[name])
        ),
    )


def _volume(case: Case, stake: Stake) -> Fraction:
    return stake.part * Fraction(case.tendered[stake.lot].volume or 0)


def _sums(amounts: Iterable[tuple[str, Fraction]]) -> Mapping[str, Fraction]:
    found: dict[str, Fraction] = {}
    for name, amount in amounts:
        found[name] = found.get(name, Fraction(0)) + amount
    return found
