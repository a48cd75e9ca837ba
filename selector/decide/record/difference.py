"""What changed since an earlier decision record."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import localcontext
from typing import Any

from models import Accepted, Handover, Totals
from models.base import Model
from models.faults import shown
from models.record import DecisionRecord, RecordedRule, SealedRecord
from models.record_difference import Changed, ChangedTotal, RecordDifference, RecordedAs
from selector.decide.record.changed_case import changed_parts
from selector.decide.record.derived import of_case
from selector.decide.record.in_force import in_force
from selector.decide.record.leaves import ABSENT, Leaf, leaves
from selector.decide.record.told import told, told_in_full
from selector.verify.exact import CONTEXT


def difference(later: SealedRecord, earlier: SealedRecord) -> RecordDifference:
    """What is another in a record than in an earlier one: in the case, in what it was decided by, and in the award.

    Whether the two hold good is another question, which ``check_record`` answers. Words are those of this version for
    both, so that only what is meant can differ.

    Parameters
    ----------
    later, earlier
        The records; they need not be of one case.

    Returns
    -------
    RecordDifference
        with later less earlier: money in pounds, quality in points. Of a table that changed much the first changes are
        listed, and all are counted.
    """
    now, before = later.record, earlier.record
    words, words_before = _words(now), _words(before)
    # The like of ``selector.decide.without``, which would bring the solver with it.
    rows = tuple(_handovers(before.award.awards, now.award.awards))
    return RecordDifference(
        earlier=_recorded(earlier),
        later=_recorded(later),
        same_case=before.case.sha256 == now.case.sha256,
        case=tuple(changed_parts(before.case, now.case)),
        scenario=tuple(_scenario(before, now)),
        goal=tuple(_goal(words_before, words)),
        rules=tuple(_named("rules", "rule", words_before["rules"], words["rules"])),
        overrides=tuple(_named("overrides", "name", words_before["overrides"], words["overrides"])),
        program=tuple(_program(before, now)),
        totals=tuple(_totals(before.award.totals, now.award.totals)),
        handovers=tuple(row for row in rows if row.from_bidder != row.to_bidder),
        other_bids=tuple(row for row in rows if row.from_bidder == row.to_bidder),
        new_lots=_only(now.award.awards, before.award.awards),
        gone_lots=_only(before.award.awards, now.award.awards),
    )


def _recorded(sealed: SealedRecord) -> RecordedAs:
    award = sealed.record.award
    return RecordedAs(
        sha256=sealed.stated, name=sealed.record.case.name, recorded=sealed.record.recorded, status=award.status
    )


def _words(record: DecisionRecord) -> Mapping[str, Any]:
    """What the board sought, ruled and decided by hand, in the words of this version; as recorded where there is no case."""
    case, _ = in_force(record)
    if case is None:
        return {name: getattr(record, name) for name in ("objective", "rules", "overrides")}
    return of_case(case, {override.name: override.by for override in record.overrides})


def _scenario(before: DecisionRecord, now: DecisionRecord) -> Iterator[Changed]:
    one, other = (
        ABSENT if record.scenario is None else record.scenario.model_dump(mode="json", exclude_defaults=True)
        for record in (before, now)
    )
    for leaf in leaves(one, other, ("scenario",)):
        yield told(leaf, " ".join(map(str, leaf.path)))


def _goal(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Changed]:
    for leaf in leaves(before["objective"], now["objective"], ("objective",)):
        yield told_in_full(leaf, "What the board sought")


def _named(part: str, name: str, before: Sequence[Model], after: Sequence[Model]) -> Iterator[Changed]:
    """Rows of a list of the record that came, went or differ, each a whole sentence."""
    was, now = ({getattr(row, name): (at, row) for at, row in enumerate(rows)} for rows in (before, after))
    for key in (*now, *(key for key in was if key not in now)):
        one, other = was.get(key), now.get(key)
        if one is not None and other is not None and one[1] == other[1]:
            continue
        position = now[key][0] if key in now else was[key][0]
        stated, found = (ABSENT if each is None else _said(each[1]) for each in (one, other))
        yield told_in_full(Leaf((part, position), stated, found), f"{part.removesuffix('s').capitalize()} {shown(key)}")


def _said(row: Any) -> str:
    if isinstance(row, RecordedRule):
        because = f" Because: {row.because}" if row.because else ""
        return f"({row.state}) {row.sentence}{because}"
    by = f" Decided by {row.by}." if row.by else ""
    return f"{row.sentence} Reason: {row.reason}{by}"


def _program(before: DecisionRecord, now: DecisionRecord) -> Iterator[Changed]:
    one, other = (record.program.model_dump(mode="json") for record in (before, now))
    for leaf in leaves(one, other, ("program",)):
        yield told(leaf, " ".join(map(str, leaf.path[1:])))


def _totals(before: Totals | None, now: Totals | None) -> Iterator[ChangedTotal]:
    if before is None or now is None:
        return
    with localcontext(CONTEXT):
        for name in type(now).model_fields:
            one, other = getattr(before, name), getattr(now, name)
            if one != other:
                yield ChangedTotal(total=name, before=one, after=other, difference=other - one)


def _handovers(before: Sequence[Accepted], now: Sequence[Accepted]) -> Iterator[Handover]:
    # By lot on both sides: an award that does not hold may name one twice.
    was, rows = ({row.lot: row for row in award} for award in (before, now))
    for row in rows.values():
        if row.lot in was and was[row.lot].bid != row.bid:
            yield Handover(
                lot=row.lot,
                buyer=row.buyer,
                service=row.service,
                from_bid=was[row.lot].bid,
                from_bidder=was[row.lot].bidder,
                to_bid=row.bid,
                to_bidder=row.bidder,
            )


def _only(these: Sequence[Accepted], others: Sequence[Accepted]) -> tuple[str, ...]:
    known = {row.lot for row in others}
    return tuple(row.lot for row in these if row.lot not in known)
