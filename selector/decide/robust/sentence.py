"""What a robust award is, and costs, in words."""

from models import Case
from models.robust import RobustAward
from selector.verify.words import count, pounds


def sentence(case: Case, answer: RobustAward) -> str:
    """Which lots go elsewhere, what that costs as bids stand, and what it saves in the worst case."""
    robust, best = answer.robust, answer.best
    if robust is None or best is None or answer.price is None or answer.saves is None:
        return "No award was found within the limits."
    if not answer.budget:
        return "With no bidder dearer it is the best award."
    who = f"If {count(answer.budget, 'bidder')} {'turns' if answer.budget == 1 else 'turn'} out dearer"
    if not answer.handovers:
        told = f"{who}, the best award comes to at most {pounds(best.worst)}: no award was found that comes to less."
        if answer.bound == robust.worst:
            told = f"{who}, the best award comes to at most {pounds(best.worst)}: no other award comes to less."
    else:
        dearer = (
            "no more" if not answer.price else f"{pounds(abs(answer.price))} {'more' if answer.price > 0 else 'less'}"
        )
        beside = (
            f"{pounds(answer.saves)} less than the best award would"
            if answer.saves >= 0
            else "and keeps rules with a priority better than the best award that was known"
        )
        told = (
            f"{who}, an award that moves {count(len(answer.handovers), 'lot')} comes to at most {pounds(robust.worst)}, "
            f"{beside}; as bids stand it costs {dearer}."
        )
    if answer.bound is not None and answer.bound < robust.worst:
        told += f" It is within {pounds(robust.worst - answer.bound)} of the best worst case there can be."
    elif answer.bound is None:
        told += " Nothing is proven of how much better another award could be."
    names = {bidder.id: bidder.name for bidder in case.bidders}
    if robust.bidders:
        told += f" It hurts most where {_listed([names.get(each.bidder, each.bidder) for each in robust.bidders])} {'is' if len(robust.bidders) == 1 else 'are'} dearer."
    return told


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
