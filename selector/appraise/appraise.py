"""From a case to its arrays."""

from models import Case, CaseInvalid, Fault, Ratio
from selector.appraise.appraisal import Appraisal
from selector.appraise.bidders import bidders
from selector.appraise.bids import bids
from selector.appraise.countable import uncountable
from selector.appraise.discounts import discounts
from selector.appraise.grounds import grounds
from selector.appraise.joint import joint
from selector.appraise.limits import limits
from selector.appraise.lots import lots
from selector.appraise.mobilisation import mobilisation
from selector.appraise.outposts import outposts
from selector.appraise.picks import picks
from selector.appraise.price_scores import scores
from selector.appraise.redeployment import redeployment
from selector.appraise.register import Register
from selector.appraise.rules import rules
from selector.appraise.services import services

TOO_LARGE = (
    "its figures are too large to be exact to the penny: prices, volumes or people add up to more than 90 trillion"
)


def appraise(case: Case) -> Appraisal:
    """The arrays of a case: what each bid costs, is worth and puts at risk, and every limit on accepting it.

    Raises
    ------
    CaseInvalid
        if its figures, or what its soft rules count for, are too large to be exact to the penny.
    """
    register = Register(case)
    try:
        offered, tendered = bids(register), lots(register)
        measured = tuple(rules(register, offered, tendered))
        if faults := tuple(uncountable(case, measured, offered)):
            raise CaseInvalid(faults)
        return Appraisal(
            lots=tendered,
            bids=offered,
            bidders=bidders(register),
            services=services(register),
            limits=limits(register),
            outposts=outposts(register),
            discounts=tuple(discounts(register, offered, tendered)),
            joint=tuple(joint(register)),
            grounds=tuple(grounds(register)),
            mobilisation=tuple(mobilisation(register, offered)),
            redeployment=redeployment(register, offered),
            rules=measured,
            priorities=tuple(
                sorted({rule.priority for rule in case.rules if rule.active and rule.priority is not None})
            ),
            penalised=any(rule.active and rule.penalty is not None for rule in case.rules),
            picks=tuple(picks(register, offered)),
            scores=scores(register, offered) if isinstance(case.objective, Ratio) else None,
        )
    except OverflowError:
        raise CaseInvalid([Fault("", TOO_LARGE)]) from None
