"""A case without an award: why, and what would mend it."""

from collections.abc import Iterator

from models import Clash, Conflict, Repair
from selector.report.blocks import Block, Bullets, Column, Paragraph, Table
from selector.report.clean import clean
from selector.report.facts import Facts, at
from selector.report.paper import Section
from selector.report.text import Piece, Quote

_MOST = 30
_MINIMAL = "Each of these alone can be kept; all together cannot. Give up any one of them and the others can hold."
_ALONE = "This one alone cannot be kept, whatever is done about the others. Without it the others can hold."
_CLASH = "These cannot all be kept together; whether each of them is needed for that is not proven."


def no_award(facts: Facts) -> tuple[Section, ...]:
    """What the board has to know in place of an award."""
    if facts.award.status != "infeasible":
        return (_unknown(facts),)
    conflict = facts.award.conflict
    told = (
        "No award keeps every rule of this case. That is proven, and no longer search would change it. The board has to"
        " change a rule, or ask for other bids.",
    )
    first = Section("decision", ("The outcome",), (Paragraph(told, strong=True),))
    if conflict is None:
        return (first,)
    return (first, _why(conflict), _mend(conflict))


def _unknown(facts: Facts) -> Section:
    blocks: list[Block] = [
        Paragraph(
            ("No award was found within the limits of the search. That says nothing of whether there is one.",),
            strong=True,
        ),
        Paragraph(("Search again with more time, or with a larger gap.",)),
    ]
    bound = facts.award.certificate.bound
    if bound is not None and facts.case.objective.mode == "money_valued":
        blocks.append(
            Paragraph(
                (
                    "No award can be better than ",
                    at("award", "/certificate/bound", bound, "£"),
                    ", by what the board seeks.",
                )
            )
        )
    return Section("decision", ("The outcome",), tuple(blocks))


def _why(conflict: Conflict) -> Section:
    blocks: list[Block] = []
    clashes: tuple[Clash, ...] = (conflict, *conflict.further)
    for number, clash in enumerate(clashes):
        if number:
            blocks.append(Paragraph(("A further conflict, which shares no rule with those before it:",)))
        blocks += [Paragraph((Quote(clean(each)),)) for each in clash.explanation]
        if clash.rules:
            blocks.append(Paragraph((_told(clash),)))
            blocks.append(Bullets(tuple((Quote(clean(rule.sentence)),) for rule in clash.rules[:_MOST])))
            if len(clash.rules) > _MOST:
                blocks.append(Paragraph(("All of them stand in the results book.",)))
        else:
            blocks.append(
                Paragraph(
                    ("It is the bids: packages and bids that exclude each other leave no way to cover each lot once.",)
                )
            )
    rows = tuple((Quote(clean(rule.rule)), Quote(clean(rule.sentence))) for clash in clashes for rule in clash.rules)
    blocks.append(
        Table(
            "Rules that cannot all be kept",
            (Column("Rule"), Column("In words", wide=4)),
            rows,
            "Conflict",
            book_only=True,
        )
    )
    return Section("conflict", ("What cannot hold together",), tuple(blocks))


def _told(clash: Clash) -> str:
    """What is proven of the rules of a clash."""
    if not clash.minimal:
        return _CLASH
    return _MINIMAL if len(clash.rules) > 1 else _ALONE


def _mend(conflict: Conflict) -> Section:
    repairs = [each for each in (conflict.repair, *conflict.alternatives) if each is not None]
    if not repairs:
        told = (
            "It is proven that no move of the rules that may move gives this case an award."
            if conflict.mendable is False
            else "No repair was found in the time there was."
        )
        return Section("mend", ("What would mend it",), (Paragraph((told,)),))
    inner = tuple(_repair(number, repair) for number, repair in enumerate(repairs))
    return Section("mend", ("What would mend it",), (Paragraph(("Each choice mends it by itself.",)),), inner)


def _repair(number: int, repair: Repair) -> Section:
    where = "/conflict/repair" if not number else f"/conflict/alternatives/{number - 1}"
    least = " It is proven that nothing less will do." if repair.least else ""
    blocks: list[Block] = [
        Bullets(tuple((Quote(clean(move.sentence)),) for move in repair.moves)),
        Paragraph((*_outcome(where, repair), f".{least}")),
    ]
    return Section(f"repair-{number}", (f"Choice {'ABCDEFGHIJ'[number % 10]}",), tuple(blocks))


def _outcome(where: str, repair: Repair) -> Iterator[Piece]:
    totals = repair.award.totals
    yield "The award would then cost "
    yield at("award", f"{where}/award/totals/cost", totals.cost, "£")
    yield ", with quality of "
    yield at("award", f"{where}/award/totals/quality", totals.quality, "points")
    yield " and liability of "
    yield at("award", f"{where}/award/totals/liability", totals.liability, "£")
