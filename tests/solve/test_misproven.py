"""What a solver took for proven, and settling ties refutes."""

import json
from decimal import Decimal
from pathlib import Path

from models import Case
from selector import evaluate

CASE = Path(__file__).parent / "cases" / "misproven.json"


def test_a_better_award_found_among_ties_is_the_award() -> None:
    """Prices of a penny beside £171m in one soft row, £1,000 a pound: HiGHS proved charges of £20.00."""
    evaluation = evaluate(Case.model_validate(json.loads(CASE.read_text(encoding="utf-8"))), isolated=False)
    charges = evaluation.certificate.levels[-1]
    assert (charges.objective, charges.value, charges.bound) == ("charges", Decimal("10.00"), Decimal("10.00"))
    assert evaluation.status == "optimal"
