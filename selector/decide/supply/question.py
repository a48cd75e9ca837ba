"""The question what the market is, as it may be asked."""

from decimal import localcontext

from models import Case, Evaluation, Provenance
from models.market import SupplyMarket
from selector.appraise import Appraisal, appraise
from selector.decide.known_award import check_award
from selector.decide.supply.concentration import BANDS, concentrations
from selector.decide.supply.contests import contests, lot_contests
from selector.decide.supply.dependence import Dependence
from selector.decide.supply.groups import groups
from selector.decide.supply.offers import Offers
from selector.decide.supply.sentence import sentences
from selector.decide.supply.stakes import stakes
from selector.search import EXACT
from selector.version import __version__


def market(case: Case, *, award: Evaluation | None = None, appraisal: Appraisal | None = None) -> SupplyMarket:
    """Tell how concentrated the market for the lots of a case is, whom the board depends on, and what is contested.

    Nothing is solved. A bid counts where it is not barred; whether limits such as floors leave it a chance is not
    asked.

    Parameters
    ----------
    case
        The case.
    award
        An award of it; without one, the market before the decision.
    appraisal
        That of the case, where it is known already.

    Returns
    -------
    SupplyMarket
        with indices from 0 to 10,000, shares as fractions and yearly list prices in £.

    Raises
    ------
    CaseInvalid
        if the figures of the case are too large to be exact to the penny.
    AwardInvalid
        if the solver-free check does not accept ``award`` for this case.
    """
    with localcontext(EXACT):
        if award is not None:
            check_award(case, award)
        known = appraise(case) if appraisal is None else appraisal
        offers, some = Offers.of(known), groups(case)
        held = stakes(case, known, offers, award)
        lots = tuple(lot_contests(case, offers, award))
        concentration = tuple(concentrations(case, some, held))
        contested = tuple(contests(some, offers, lots))
        bidders = tuple(Dependence(case, known, offers, held.get("award", ())).bidders())
        return SupplyMarket(
            name=case.name,
            award=None if award is None else award.status,
            sentences=sentences(case, award, contested, concentration, bidders),
            concentration=concentration,
            bands=BANDS,
            contests=contested,
            bidders=bidders,
            lots=lots,
            provenance=Provenance(
                case_sha256=case.sha256,
                scenario=None if award is None else award.provenance.scenario,
                version=__version__,
                options={},
            ),
        )
