"""An award as it stands in another case."""

from dataclasses import replace

import numpy as np

from models import Case, Evaluation, Options
from selector.appraise import Appraisal
from selector.decide.asked import bids_of
from selector.search import search


def alone(case: Case, appraisal: Appraisal, award: Evaluation, options: Options) -> Evaluation:
    """The evaluation of a case in which no bid can be accepted but those of an award: infeasible where it does not allow it.

    Scores, and who competes, stay as they are with all bids.
    """
    accepted = np.isin(appraisal.bids.ids, bids_of(award))
    only = replace(appraisal, bids=replace(appraisal.bids, open=appraisal.bids.open & accepted))
    unlimited = options.model_copy(update={"gap": 0.0, "time_limit": None})
    return search(case.model_copy(update={"options": unlimited}), appraisal=only, isolated=False)
