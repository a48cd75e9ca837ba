"""What the pensions of staff who leave the NHS cost more, as a share of their pay.

A scheme broadly comparable to that of the NHS could cost a firm about 20 % of basic pay more than a trust contributes
(Fair Deal, Mondaq 174166). From October 2013 contractors could join the NHS scheme. That voluntary bodies would, and
partnerships for most, and that councils have a scheme of their own nearly as good, are assumptions.
"""

from collections.abc import Mapping
from decimal import Decimal

from models import BidderKind, TransferTerms
from selector.examples.england_2013.staff import TERMS

_DEARER: Mapping[BidderKind, Decimal] = {
    "private": Decimal("0.20"),
    "partnership": Decimal("0.10"),
    "local_authority": Decimal("0.06"),
    "voluntary": Decimal("0.04"),
}

TERMS_WITH_PENSIONS: Mapping[BidderKind, TransferTerms] = {
    kind: terms.model_copy(update={"pension": _DEARER.get(kind, Decimal(0))}) for kind, terms in TERMS.items()
}
"""The terms on which staff transfer, pensions included."""
