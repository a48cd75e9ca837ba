"""What a bid scores on a criterion that has no parts."""

from fractions import Fraction
from statistics import mean, median

from models import Bid, Criterion, Marking
from selector.verify.exact import figure


def score(marking: Marking, criterion: Criterion, bid: Bid) -> Fraction:
    """The score stated or, where evaluators marked it, what their marks come to: points, to a millionth."""
    moderation, marks = bid.moderated.get(criterion.id), bid.marks.get(criterion.id)
    if moderation is not None:
        mark = Fraction(moderation.mark)
    elif marks:
        several = [Fraction(given) for given in marks.values()]
        mark = mean(several) if marking.by == "mean" else median(several)
    else:
        return Fraction(bid.scores[criterion.id])
    return Fraction(figure(100 * mark / Fraction(criterion.out_of)))
