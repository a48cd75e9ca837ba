"""The decision, in one paragraph and what goes with it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from models.stability import SmallestChange
from selector.report.blocks import Block, Bullets, Paragraph
from selector.report.clean import clean
from selector.report.facts import Facts, at, rows
from selector.report.legend import OWN_STAFF
from selector.report.paper import Section
from selector.report.sections.certificate import proof_sentence
from selector.report.text import Figure, Quote, Source, Text

_PARTS = Decimal(10)
_LITTLE = Decimal("0.05")
"""By which weights that people have agreed on may well be off."""


def decision(facts: Facts) -> Section:
    """What the board is asked to decide, what that costs and brings, and how sure it is."""
    blocks: list[Block] = [Paragraph(tuple(_paragraph(facts)), strong=True)]
    points = tuple(_to_note(facts))
    if points:
        blocks += [Paragraph(("The board is asked to approve the award below, and to note:",)), Bullets(points)]
    else:
        blocks.append(Paragraph(("The board is asked to approve the award below.",)))
    return Section("decision", ("The decision",), tuple(blocks))


def _paragraph(facts: Facts) -> Iterator[str | Quote | Figure]:
    award = facts.award
    yield from whom(facts)
    years = facts.case.horizon.financial_years
    horizon = at("case", "/horizon/years", len(years), "years")
    yield from (" Over ", horizon, " (", Quote(years[0]))
    yield from (
        *((" to ", Quote(years[-1])) if len(years) > 1 else ()),
        ") it costs ",
        facts.total("cost"),
        " at present value. ",
    )
    yield from ("Quality is ", facts.total("quality"), " of 100. ")
    yield from ("Expected redundancy cost is ", facts.total("liability"))
    if award.staff is not None and award.staff.redundant:
        yield from (", of staff of ", at("award", "/staff/redundant", award.staff.redundant, "WTE"))
    yield ". "
    yield from changes(facts)
    yield " "
    yield from proof_sentence(facts)


def whom(facts: Facts) -> Text:
    """How many lots go to how many providers, in a sentence."""
    won = tuple(key for key in facts.legend.keys if key != OWN_STAFF)
    own = OWN_STAFF in facts.legend.keys
    rows = facts.rows_of(*won) if won and own else {}  # what stays with own staff is awarded to nobody
    text: Text = (
        "Award ", facts.count("lots", **rows), " of ", facts.distinct("service", "services", **rows),
        " for ", facts.distinct("buyer", "buyers", **rows),
    )  # fmt: skip
    if won:
        text = (*text, " to ", facts.distinct("bidder", "providers", **facts.rows_of(*won)))
    if own:
        verb = ", and leave " if won else ": all of them, "
        text = (*text, verb, facts.count("lots", **facts.rows_of(OWN_STAFF)), " with the buyers' own staff")
    return (*text, ".")


def changes(facts: Facts) -> Text:
    """How much changes hands, in a sentence."""
    totals = facts.award.totals
    if totals is not None and not totals.disruption:
        # Lots without staff may change supplier all the same.
        return ("No staff change supplier." if facts.disruption_unit == "WTE" else "Nothing changes supplier.",)
    if facts.disruption_unit == "WTE":
        return ("Staff of ", facts.total("disruption"), " change supplier.")
    one = totals is not None and totals.disruption == 1
    changed = replace(facts.total("disruption"), unit="")
    return (changed, " of ", facts.count(), f" change{'s' if one else ''} supplier.")


def _to_note(facts: Facts) -> Iterator[Text]:
    """What a board would not want to find out from somebody else."""
    award = facts.award
    if award.status == "feasible":
        yield (
            "That no better award exists is not proven: the search ended early. The section on proof says what is open.",
        )
    broken = [rule for rule in award.rules if not rule.satisfied]
    if broken:
        figure = Figure(
            Decimal(len(broken)), "rules", Source("award", "/rules", "count", "", (("satisfied", ("false",)),))
        )
        yield (figure, " that may give way ", "does" if len(broken) == 1 else "do", " give way.")
    low = [row for row in award.abnormally_low if row.accepted]
    if low:
        source = Source("award", "/abnormally_low", "count", "", (("accepted", ("true",)),))
        yield (
            Figure(Decimal(len(low)), "bids", source),
            " accepted below the mark for abnormally low prices: ask why before signing.",
        )
    if award.by_hand:
        many = rows("award", "/by_hand", len(award.by_hand), "")
        yield ("Decisions taken by hand: ", many, ". Their reasons stand in the decision record.")
    resilience = facts.answers.resilience
    if resilience is not None and resilience.irreplaceable:
        lots = rows("resilience", "/irreplaceable", len(resilience.irreplaceable), "lots")
        yield (lots, " for which nobody but the winner has a bid that may be accepted.")
    stability = facts.answers.stability
    if stability is not None and stability.smallest is not None and _is_close(stability.smallest):
        yield ("The award hangs on the board's own weights. ", Quote(clean(stability.smallest.sentence)))
    tight = _tightest_budget(facts)
    if tight is not None:
        yield tight


def _is_close(change: SmallestChange) -> bool:
    """Whether weights need to be off by little only, each as a part of itself, for another award to be the best."""
    return change.measure == "largest_relative_change" and change.at.ends is not None and change.at.ends < _LITTLE


def _tightest_budget(facts: Facts) -> Text | None:
    """The budget that is used most, where it is nearly used up."""
    found = [
        (rule.value / rule.limit, place)
        for place, rule in enumerate(facts.award.rules)
        if rule.rule.startswith("budget[") and rule.limit and rule.value * _PARTS >= rule.limit * (_PARTS - 1)
    ]
    if not found:
        return None
    many = "Several yearly budgets are used to nine tenths or more. " if len(found) > 1 else ""
    _, place = max(found)
    rule = facts.award.rules[place]
    return (
        many, "The tightest: ", Quote(rule.sentence), " It pays ", at("award", f"/rules/{place}/value", rule.value, "£", whole=True), ".",
    )  # fmt: skip
