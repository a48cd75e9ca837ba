"""What the audit found, in sentences a board can repeat."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from models import BestAward, Case, Handover, PriceFormula, TotalsDifference
from models.audit import FormulaAward, LotRankings, Verdict, Withdrawal
from selector.decide.audit.compared import is_exact
from selector.verify.words import count

_MOST_NAMED = 4


def of_award(
    best: BestAward,
    changed: Sequence[Handover],
    difference: TotalsDifference | None,
    *,
    lots: int,
    stated_award: Decimal | None,
) -> str:
    """How the best award under a formula differs from that of the case, which has so many points under it."""
    if best.status == "infeasible":
        return "No award keeps every rule of this case."
    if best.totals is None or difference is None:
        own = "" if stated_award is None else f"; that of the case has {stated_award:,.3f} points under it"
        bound = None if best.certificate is None else best.certificate.bound
        return f"No award was found within the limits{own}{'' if bound is None else f', and none has more than {bound:,.3f}'}."
    found = {"optimal": "", "feasible": " As far as was found within the limits; a better one may differ."}
    told = "The award stays as it is."
    if changed:
        bidders = sum(each.from_bidder != each.to_bidder for each in changed)
        totals = [
            f"£{abs(pounds):,.2f} {'more' if pounds > 0 else 'less'} {what}"
            for pounds, what in ((difference.cost, "cost"), (difference.liability, "liability"))
            if pounds
        ]
        if difference.quality:
            totals.append(
                f"{abs(difference.quality):.3f} points of quality {'more' if difference.quality > 0 else 'less'}"
            )
        told = (
            f"{bidders:,} of {count(lots, 'lot')} {'goes' if bidders == 1 else 'go'} to another bidder:"
            f" {', '.join(totals) if totals else 'the same totals'}."
        )
    equal = best.certificate is not None and best.certificate.ties == "found"
    return told + found.get(best.status, "") + (" Other awards are as good under it." if equal else "")


def of_withdrawal(
    case: Case, verdict: Verdict, *, proven: bool, exact: bool, bidder: str, bid: str | None, lots: int
) -> str:
    """What becomes of the award without some bids that win nothing."""
    name = next(each.name for each in case.bidders if each.id == bidder)
    without = f"Without {f'any bid of {name}' if bid is None else f'bid {bid} of {name}'}"
    changed = f"{count(lots, 'lot')} {'goes' if lots == 1 else 'go'} to another bid"
    match verdict:
        case "stays":
            return f"{without} the award stays {'the best' if exact else 'as near to the best as it was'}."
        case "tie":
            return f"{without} the award is still among the best; another one that is as good comes out."
        case "reversal":
            return f"{without}, which win{'s' if bid else ''} nothing, scores move and {changed}: a rank reversal."
        case "rounding":
            return f"{without} all scores of a lot move alike, but for their rounding, and by that {changed}."
        case "tolerance":
            return f"{without} {changed}: what is given up for later objectives is measured from an award that is gone."
        case "rules":
            found = "" if proven else ", as far as was found"
            return f"{without} a rule counts differently, or bars other bids, and {changed}{found}."
        case "no_award":
            return f"{without} no award keeps every rule."
        case "open":
            return f"{without}: not settled within the limits."


def summary(
    awards: Sequence[FormulaAward],
    robust: int,
    contested: int,
    rankings: Sequence[LotRankings],
    withdrawals: Sequence[Withdrawal],
) -> Iterator[str]:
    """What a board needs to know."""
    found = [each for each in awards if each.best.totals is not None]
    if len(found) > 1:
        proven = all(is_exact(each.best) for each in found)
        yield (
            f"{robust:,} of {count(robust + contested, 'lot')} {'has' if robust == 1 else 'have'} the same winner under all"
            f" {len(found):,} objectives compared{'' if proven else ', as far as was found'}; {contested:,}"
            f" {'hangs' if contested == 1 else 'hang'} on the formula."
        )
    yield from _of_lots(rankings)
    of_each = {award.formula: [each for each in withdrawals if each.formula == award.formula] for award in found}
    spared = [award for award in found if of_each[award.formula] and not _is_at_risk(of_each[award.formula])]
    if spared:
        what = "bidder and no bid" if any(each.bid for each in withdrawals) else "bidder"
        yield f"Under {_listed(map(_called, spared))}, no {what} that wins nothing reverses the award by withdrawing."
    for award in found:
        if award not in spared:
            yield _at_risk(award, of_each[award.formula])


def _of_lots(rankings: Sequence[LotRankings]) -> Iterator[str]:
    for each in rankings:
        seen = "" if each.complete else " that were looked at in time"
        if each.lots_first:
            yield (
                f"Under {each.formula}, withdrawing a bid that is not first changes the first place on"
                f" {each.lots_first:,} of {count(each.lots, 'lot')}{seen}, by the scores of the lot alone."
            )
        elif each.reversible:
            yield (
                f"Under {each.formula}, withdrawing a bid that is not first changes the first place on none of"
                f" {count(each.lots, 'lot')}{seen}; {count(each.reversible, 'pair')} of other bids"
                f" {'changes its' if each.reversible == 1 else 'change their'} order."
            )
    still = [each for each in rankings if each.lots and not each.reversible]
    if still:
        least = min(each.lots for each in still)
        seen = "" if all(each.complete for each in still) else " that were looked at in time"
        yield (
            f"Under {_listed(each.formula for each in still)}, no bid that is withdrawn changes the order of two others on"
            f" any of {count(least, 'lot')}{seen}."
        )


def _is_at_risk(withdrawals: Sequence[Withdrawal]) -> bool:
    """Whether some withdrawal reverses the award, or may."""
    return any(each.verdict in ("reversal", "open") for each in withdrawals)


def _called(award: FormulaAward) -> str:
    if award.formula is None:
        return "the objective of the case"
    return f"{award.formula}, as published" if award.stated else award.formula


def _at_risk(award: FormulaAward, withdrawals: Sequence[Withdrawal]) -> str:
    if not withdrawals:
        return f"Under {_called(award)}, every bidder wins something: there is no loser to withdraw."
    reversals = [each.bid or each.bidder for each in withdrawals if each.verdict == "reversal"]
    open_ones = [each for each in withdrawals if each.verdict == "open"]
    tried = count(len(withdrawals), "withdrawal")
    told = f"Under {_called(award)}, of {tried} of what wins nothing"
    if reversals:
        named = _listed(
            [
                *reversals[:_MOST_NAMED],
                *([f"{len(reversals) - _MOST_NAMED:,} more"] if len(reversals) > _MOST_NAMED else []),
            ]
        )
        told += f" {len(reversals):,} {'reverses' if len(reversals) == 1 else 'reverse'} the award: {named}"
    if not open_ones:
        return f"{told}."
    told += f"{';' if reversals else ''} {len(open_ones):,} {'is' if len(open_ones) == 1 else 'are'} open"
    first = max(open_ones, key=lambda each: len(each.overtaken))
    if not first.overtaken:
        return f"{told}; by the scores of the lot alone none of these overtakes a winner."
    return (
        f"{told}; by the scores of the lot alone, {first.bid or first.bidder} would have the winner overtaken on"
        f" {count(len(first.overtaken), 'lot')}."
    )


def _listed(names: Iterable[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


def no_award(formula: PriceFormula, reason: str) -> str:
    """Why a formula was left out."""
    return f"{formula} is left out: {reason[0].lower()}{reason[1:]}"
