"""A case document in which prices are higher and fewer staff transfer, as one would write it."""

import copy
from fractions import Fraction
from typing import Any

Document = dict[str, Any]

_KINDS = ("nhs_csu", "in_house", "private", "voluntary", "local_authority", "partnership")
_NHS = ("nhs_csu", "in_house")


def worse(document: Document, prices: Fraction, transfer: Fraction) -> Document:
    """Each price times 1 + ``prices``, each share of staff that transfers times 1 - ``transfer``, to a millionth."""
    found = copy.deepcopy(document)
    for bid in found["bids"]:
        for name in ("price", "extension_price"):
            if bid.get(name) is not None:
                bid[name] = _times(bid[name], 1 + prices)
        if bid.get("prices"):
            bid["prices"] = {year: _times(price, 1 + prices) for year, price in bid["prices"].items()}
        if bid.get("transfer") is not None:
            bid["transfer"] = _times(bid["transfer"], 1 - transfer)
    terms = found.setdefault("transfer_terms", {})
    for kind in _KINDS:
        inside = kind in _NHS
        own = terms.setdefault(kind, {"transfer": "1" if inside else "0", "buyer_share": "0" if inside else "1"})
        own["transfer"] = _times(own["transfer"], 1 - transfer)
    return found


def _times(value: object, factor: Fraction) -> str:
    """Rounded half up to six decimals, and written out."""
    millionths = int(Fraction(str(value)) * factor * 10**6 + Fraction(1, 2))
    return f"{millionths // 10**6}.{millionths % 10**6:06d}"
