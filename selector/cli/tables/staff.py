"""What becomes of the staff on the lots."""

from decimal import Decimal

from models import Case, Evaluation
from selector.cli.share import share
from selector.cli.tables.rows import Rows


def staff(_case: Case, evaluation: Evaluation) -> Rows:
    """A row for each thing that may become of them and does, then the talent that is retained."""
    found = evaluation.staff
    if found is None or not found.total:
        return Rows("", (), (), ())
    becoming = [
        ("Stay with who provides the lot today", found.staying),
        ("Transfer to the winner", found.transferred),
        ("Redeployed to a vacancy", found.redeployed),
        ("Redundant", found.redundant),
        ("Redundant once hosting by the NHS ends", found.redundant_later),
    ]
    rows = [(what, _wte(wte), share(float(wte / found.total))) for what, wte in becoming if wte]
    talent = found.talent_retained
    if talent is not None:
        rows.append(("Years of service retained", "", share(float(talent))))
    return Rows(f"What becomes of the staff, {_wte(found.total)} WTE", ("",), ("WTE", "Share"), rows)


def _wte(value: Decimal) -> str:
    return f"{value:,.1f}"
