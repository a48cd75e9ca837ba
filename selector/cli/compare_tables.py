"""Awards under several scenarios, on a terminal."""

from collections.abc import Callable, Iterable, Sequence

from rich.console import Console
from rich.text import Text

from models import Case, Compared, Comparison, Market, TotalDifference
from selector.cli.compare_hands import print_hands
from selector.cli.families import MOST
from selector.cli.paragraph import print_paragraph
from selector.cli.share import share
from selector.cli.table import figures_table
from selector.compare.sentence import interval
from selector.verify.words import number

_MONEY = {
    "cost": "Cost, £",
    "charges": "Charges, £",
    "discount": "Discount, £",
    "liability": "Liability, £",
    "penalty": "Penalty, £",
}
_OPEN = "~ The proofs leave more open than this: the difference may lie in how long was looked, not in the scenario."


def print_comparison(console: Console, case: Case, answer: Comparison, *, every_lot: bool) -> None:
    """Print what became of each scenario, then the totals, their differences and the market side by side."""
    print_paragraph(console, case.name, style="bold")
    for each in answer.scenarios:
        print_paragraph(console, Text.assemble((each.scenario, "bold"), f": {each.sentence}"), "- ")
    found = [each for each in answer.scenarios if each.totals is not None]
    if found:
        console.print()
        _print_money(console, found)
        _print_rest(console, case, found)
    base = next(each for each in answer.scenarios if each.scenario == answer.baseline)
    held = [each for each in found if each.differences]
    if held:
        _print_differences(console, case, base, held)
    elif base.totals is None and found:
        print_paragraph(console, f"Nothing is held against {base.scenario}, which has no award.")
    _print_market(console, answer.scenarios)
    _print_broken(console, found)
    if every_lot or all(len(each.handovers) <= MOST for each in held):
        print_hands(console, case, base, held)


def _print_money(console: Console, found: Sequence[Compared]) -> None:
    shown = [
        name for name in _MONEY if name in ("cost", "liability") or any(getattr(each.totals, name) for each in found)
    ]
    rows = ((each.scenario, *(f"{getattr(each.totals, name):,.0f}" for name in shown)) for each in found)
    console.print(figures_table(console, "Money", ("",), [_MONEY[name] for name in shown], rows))


def _print_rest(console: Console, case: Case, found: Sequence[Compared]) -> None:
    columns: list[tuple[str, Callable[[Compared], object]]] = [
        ("Quality", lambda each: each.totals and f"{each.totals.quality:.3f}"),
        ("Lots moved", lambda each: each.moves),
        ("Providers", lambda each: each.providers),
    ]
    if case.objective.disruption == "staff":
        columns.insert(1, ("WTE moved", lambda each: each.totals and number(each.totals.disruption)))
    if any(each.broken for each in found):
        columns.append(("Broken", lambda each: len(each.broken)))
    if any(each.short is not None for each in found):
        columns.append(("Short", lambda each: "" if each.short is None else each.short))
    rows = ((each.scenario, *(str(figure(each)) for _, figure in columns)) for each in found)
    console.print(figures_table(console, "What it brings", ("",), [heading for heading, _ in columns], rows))


def _print_differences(console: Console, case: Case, base: Compared, held: Sequence[Compared]) -> None:
    moved = "Lots moved" if case.objective.disruption == "lots" else "WTE moved"
    headings = {name: _MONEY[name] for name in ("cost", "liability", "penalty")}
    headings |= {"quality": "Quality", "disruption": moved}
    if not any(_of(each, "penalty").difference for each in held):
        del headings["penalty"]
    rows = (
        (each.scenario, *(_shown(_of(each, name)) for name in headings), f"{len(each.handovers):,}") for each in held
    )
    title = f"Less {base.scenario}, and lots that change hands"
    console.print(figures_table(console, title, ("",), (*headings.values(), "Hands"), rows))
    if any(not _of(each, name).proven for each in held for name in headings):
        print_paragraph(console, _OPEN)
    for each in held:
        if each.objective is not None:
            print_paragraph(console, interval(each.scenario, each.objective, base.scenario), "- ")


def _of(each: Compared, name: str) -> TotalDifference:
    return next(found for found in each.differences if found.total == name)


def _shown(found: TotalDifference) -> str:
    mark = "" if found.proven else "~"
    if found.total in _MONEY:
        return f"{mark}{found.difference:+,.0f}"
    if found.total == "quality":
        return f"{mark}{found.difference:+,.3f}"
    return f"{mark}{'+' if found.difference >= 0 else ''}{number(found.difference)}"


def _print_market(console: Console, told: Sequence[Compared]) -> None:
    rows = [_market_row(each.scenario, each.market) for each in told if each.market is not None]
    if rows:
        title = (
            "Market: bidders for a lot (least / mean), lots that only one bids for, areas with two for each lot; spend"
        )
        headings = ("Bidders", "One", "Areas", "Winners", "Largest", "Index")
        console.print(figures_table(console, title, ("",), headings, rows))


def _market_row(scenario: str, market: Market) -> tuple[str, ...]:
    return (
        scenario,
        f"{market.least_bidders} / {number(round(market.mean_bidders, 1))}",
        f"{market.lots - market.contested:,}",
        f"{market.areas_contested:,} of {market.areas:,}",
        "" if market.winners is None else f"{market.winners:,}",
        "" if market.largest_share is None else share(float(market.largest_share)),
        "" if market.concentration is None else f"{market.concentration:,.0f}",
    )


def _print_broken(console: Console, found: Iterable[Compared]) -> None:
    for each in found:
        for rule in each.broken:
            print_paragraph(console, f"{each.scenario} breaks {rule.rule}: {rule.sentence}", "- ")
