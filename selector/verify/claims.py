"""What an evaluation claims of its award, held against what is recomputed: rows, totals, providers, rules."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from models import Evaluation
from models.faults import shown
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds, quantity

_MONEY_TOTALS = ("cost", "liability", "charges", "discount", "liability_buyers")
_FIGURE_TOTALS = ("quality", "disruption")


def rows(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Who each row names, and its figures."""
    by_lot = {won.lot.id: won for won in recomputed.award.won}
    for position, row in enumerate(evaluation.awards):
        here, won = f"awards[{position}]", by_lot[row.lot]
        of = f"lot {shown(row.lot)}, bid {shown(row.bid)}"
        for name, stated, expected in (
            ("buyer", row.buyer, won.lot.buyer),
            ("service", row.service, won.lot.service),
            ("bidder", row.bidder, won.bidder.id),
        ):
            if stated != expected:
                yield _wrong(f"{here}.{name}", f"The {name} of {of}", shown(stated), shown(expected))
        if row.cost != won.worth.cost:
            yield _wrong(f"{here}.cost", f"The cost of {of}", pounds(row.cost), pounds(won.worth.cost))
        if not same_figure(row.quality, won.worth.quality):
            yield _wrong(f"{here}.quality", f"The quality of {of}", number(row.quality), number(won.worth.quality))
        if row.liability != won.worth.liability:
            yield _wrong(
                f"{here}.liability", f"The liability of {of}", pounds(row.liability), pounds(won.worth.liability)
            )


def totals(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each total, and that the rows add up to the cost."""
    stated = evaluation.totals
    if stated is None:
        yield Finding("totals", "The award has no totals.")
        return
    for name in _MONEY_TOTALS:
        found, expected = getattr(stated, name), getattr(recomputed.totals, name)
        if found != expected:
            yield _wrong(f"totals.{name}", f"The total {_spoken(name)}", pounds(found), pounds(expected))
    for name in _FIGURE_TOTALS:
        found, expected = getattr(stated, name), getattr(recomputed.totals, name)
        if not same_figure(found, expected):
            yield _wrong(f"totals.{name}", f"The total {name}", number(found), number(expected))
    added = sum((row.cost for row in evaluation.awards), Decimal(0)) + stated.charges - stated.discount
    if added != stated.cost:
        yield Finding(
            "totals",
            f"The costs of the rows with charges, less the discount, come to {pounds(added)};"
            f" the total cost is stated as {pounds(stated.cost)}.",
        )


def providers(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each provider once, with its lots and volume, and no other."""
    award = recomputed.award
    times = Counter((row.bidder, row.service) for row in evaluation.providers)
    for bidder, service in award.by_provider:
        if times[bidder, service] != 1:
            found = "not listed" if not times[bidder, service] else f"listed {times[bidder, service]} times"
            yield Finding("providers", f"{shown(bidder)} provides {shown(service)} and is {found}: once is expected.")
    for row in evaluation.providers:
        won = award.by_provider.get((row.bidder, row.service))
        of = f"{shown(row.bidder)} as provider of {shown(row.service)}"
        if won is None:
            yield Finding("providers", f"{of} is listed, and wins no lot of it.")
            continue
        if row.lots != len(won):
            yield _wrong("providers", f"The number of lots of {of}", str(row.lots), str(len(won)))
        volume = award.volume(row.bidder, row.service)
        if not same_figure(row.volume, volume):
            yield _wrong("providers", f"The volume of {of}", number(row.volume), number(volume))


def broken_limits(recomputed: Recomputed, _: Evaluation) -> Iterator[Finding]:
    """The limits of the case that the award breaks."""
    for rule in recomputed.rules:
        if not rule.satisfied:
            yield Finding(rule.rule, f"{rule.sentence} This award has {quantity(rule.value, rule.unit)}.")


def rules(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """The rules listed, if any are: each rule that concerns the award once, as it stands, and no other."""
    if not evaluation.rules:
        return
    expected = {rule.rule: rule for rule in recomputed.rules}
    times = Counter(rule.rule for rule in evaluation.rules)
    for name in expected:
        if times[name] != 1:
            found = "not listed" if not times[name] else f"listed {times[name]} times"
            yield Finding("rules", f"The rule {name} concerns the award and is {found}: once is expected.")
    for position, stated in enumerate(evaluation.rules):
        here, rule = f"rules[{position}]", expected.get(stated.rule)
        if rule is None:
            yield Finding(here, f"The rule {shown(stated.rule)} is not one that concerns this award.")
            continue
        if stated.satisfied != rule.satisfied:
            words = {True: "kept", False: "broken"}
            yield _wrong(f"{here}.satisfied", f"The rule {rule.rule}", words[stated.satisfied], words[rule.satisfied])
        if not same_figure(stated.value, rule.value):
            found, right = quantity(stated.value, rule.unit), quantity(rule.value, rule.unit)
            yield _wrong(f"{here}.value", f"The value of the rule {rule.rule}", found, right)
        if not same_figure(stated.limit, rule.limit) or stated.sense != rule.sense:
            found = f"{stated.sense} {quantity(stated.limit, rule.unit)}"
            right = f"{rule.sense} {quantity(rule.limit, rule.unit)}"
            yield _wrong(f"{here}.limit", f"The limit of the rule {rule.rule}", found, right)


def _spoken(name: str) -> str:
    return "liability of the buyers" if name == "liability_buyers" else name


def _wrong(rule: str, what: str, found: str, expected: str) -> Finding:
    return Finding(rule, f"{what} is stated as {found}; recomputed from the case it is {expected}.")
