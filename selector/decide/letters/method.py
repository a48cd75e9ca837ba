"""How bids were judged, as the case has it: criteria, weights, and how quality and cost were set against each other."""

from collections.abc import Iterator, Mapping, Sequence

from models import Case, Criterion, Lexicographic, MoneyValued, Ratio
from models.objective import PriceFormula
from selector.appraise.quality import applicable
from selector.decide.letters.markdown import plain, table
from selector.verify.words import number, pounds

_FORMULAS: Mapping[PriceFormula, str] = {
    "lowest_over_price": "each price is scored in proportion to the lowest price for the lot",
    "lowest_to_highest": "each price is scored along the line from the lowest to the highest price for the lot",
    "to_the_mean": "each price is scored by its distance from the mean price for the lot",
    "to_a_benchmark": "each price is scored by its distance from the benchmark that was set beforehand",
    "price_per_quality_point": "each bid is scored by its price for a point of quality, beside the lowest for the lot",
    "money_valued_quality": "each bid is scored by its quality, less what is paid above the lowest price for the lot",
}
_LEVELS = {
    "cost": "the least cost over the whole life",
    "quality": "the highest quality",
    "liability": "the least expected redundancy cost",
    "disruption": "the least disruption",
    "penalty": "the least penalties of the board's rules",
}


def method(case: Case, services: Sequence[str]) -> Iterator[str]:
    """Lines on how bids for lots of these services were judged."""
    yield " ".join((_objective(case), *_soft_rules(case)))
    yield ""
    yield (
        "All lots were decided together, within the limits and rules of this award. A bid may therefore have lost a lot on"
        " which it scored as well as the winner, or better."
    )
    if not case.criteria:
        yield ""
        yield "There were no criteria of quality."
        return
    names = {service.id: service.name for service in case.services}
    groups: dict[tuple[str, ...], list[str]] = {}
    for service in services:
        groups.setdefault(tuple(each.id for each in applicable(service, case.criteria)), []).append(names[service])
    by_id = {each.id: each for each in case.criteria}
    for ids, served in groups.items():
        yield ""
        if len(groups) > 1:
            yield f"For {', '.join(map(plain, served))}:"
            yield ""
        yield from table(("Criterion", "Weight"), _weights([by_id[name] for name in ids]))


def _objective(case: Case) -> str:
    stated = case.objective
    if isinstance(stated, Lexicographic):
        return f"Bids were chosen for {', then '.join(_LEVELS[each.objective] for each in stated.levels)}."
    if isinstance(stated, Ratio):
        weights = ""
        if stated.formula not in ("price_per_quality_point", "money_valued_quality"):
            weights = f" Price counts {number(stated.price_weight)} and quality {number(stated.quality_weight)}."
        return f"Bids were scored on price and quality, lot by lot: {_FORMULAS[stated.formula]}.{weights}"
    return _money(stated)


def _soft_rules(case: Case) -> Iterator[str]:
    """What rules that may be broken did to the choice."""
    soft = [rule for rule in case.rules if rule.active and rule.is_soft]
    if any(rule.priority is not None for rule in soft):
        yield "Before that, rules with a priority were kept as nearly as could be."
    if any(rule.penalty is not None for rule in soft):
        yield "Penalties for rules that are not kept counted too."


def _money(stated: MoneyValued) -> str:
    parts = ["cost over the whole life"]
    if stated.liability_weight:
        weight = "" if stated.liability_weight == 1 else f"{number(stated.liability_weight)} times "
        parts.append(f"{weight}the expected redundancy cost")
    if stated.disruption_value:
        unit = "lot that changes supplier" if stated.disruption == "lots" else "WTE of staff who change supplier"
        parts.append(f"{pounds(stated.disruption_value)} for each {unit}")
    value = ""
    if stated.quality_value:
        value = f", less {pounds(stated.quality_value)} for each point of quality of the whole"
    return f"Bids were chosen for the least sum of {' and '.join(parts)}{value}."


def _weights(criteria: Sequence[Criterion]) -> Iterator[tuple[str, str]]:
    """Criteria, each with its share of its parent, parts indented below it."""
    parts: dict[str | None, list[Criterion]] = {}
    for each in criteria:
        parts.setdefault(each.parent, []).append(each)

    def rows(parent: str | None, depth: int) -> Iterator[tuple[str, str]]:
        total = sum(each.weight for each in parts.get(parent, ()))
        for each in parts.get(parent, ()):
            yield f"{'&nbsp; ' * depth}{plain(each.name)}", f"{number(round(100 * each.weight / total, 2))} %"
            yield from rows(each.id, depth + 1)

    return rows(None, 0)
