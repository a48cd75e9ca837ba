"""What a bid asks without VAT."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from models.faults import shown
from selector.files.ocds.view import View

CURRENCY = "GBP"
_FIELDS = ("amount", "amountNet", "amountGross")
# Beyond what any price may be; so far, and to millionths, Decimal counts exactly.
_MOST = Decimal(10) ** 15
_PLACES = Decimal("0.000001")
_UNSTATED = (
    "value does not say whether it is with VAT, and is taken to be without: amountNet would say so",
    "values do not say whether they are with VAT, and are taken to be without: amountNet would say so",
)
_TAKEN_OFF = (
    "value is stated with VAT only, which is taken off at the rate of vat",
    "values are stated with VAT only, which is taken off at the rate of vat",
)


def check_currency(value: View) -> None:
    """Record as a fault that a value is not in pounds."""
    currency = value.text("currency")
    if currency != CURRENCY and value.value:
        found = "is missing" if currency is None else f"{shown(currency)} is not allowed"
        value.fault(f"{found}: all values must be in {CURRENCY}", "currency")


def net(value: View, bid: str, kind: Any, vat: Mapping[str, Any]) -> tuple[Decimal | None, str]:
    """What a value comes to without VAT, and the field that says so; None, with its fault, where that is not known.

    ``vat`` are the rates that the extension states, by kind of bidder.
    """
    amount, stated, gross = (_money(value, key) for key in _FIELDS)
    for key, each in zip(_FIELDS, (amount, stated, gross), strict=True):
        if value.has(key) and each is None:
            return None, key
    if stated is not None:
        if gross is not None and stated > gross:
            value.fault(f"{shown(stated)} without VAT is more than {shown(gross)} with it (amountGross)", "amountNet")
            return None, "amountNet"
        return stated, "amountNet"
    if gross is None:
        if amount is None:
            value.fault("is missing", "amount")
        else:
            value.log.tally(_UNSTATED, bid)
        return amount, "amount"
    if amount is not None and amount < gross:
        return amount, "amount"  # less than with VAT: so it is without
    if amount is not None and amount > gross:
        value.fault(f"{shown(amount)} is more than {shown(gross)} with VAT (amountGross)", "amount")
        return None, "amount"
    return _without(value, gross, bid, kind, vat), "amountGross"


def _money(value: View, key: str) -> Decimal | None:
    """A sum of money; a fault where it is stated more finely than a price can be."""
    found = value.number(key)
    if found is not None and abs(found) <= _MOST and found != found.quantize(_PLACES):
        value.fault(f"{shown(found)} has more than 6 decimal places", key)
        return None
    return found


def _without(value: View, gross: Decimal, bid: str, kind: Any, vat: Mapping[str, Any]) -> Decimal | None:
    rate = vat.get(kind) if isinstance(kind, str) else None
    try:
        factor = None if rate is None or isinstance(rate, bool) else Decimal(str(rate))
    except ArithmeticError:
        factor = None
    if factor is None or not 0 <= factor <= 1 or abs(gross) > _MOST:
        value.fault(
            f"{shown(gross)} is with VAT: state amountNet, or the rate of VAT of bidders of its kind in the extension"
            " (supplierSelection.vat)",
            "amountGross",
        )
        return None
    value.log.tally(_TAKEN_OFF, bid)
    return (gross / (1 + factor)).quantize(_PLACES)


def a_year(total: Decimal, years: Fraction) -> Decimal:
    """A sum over so many years as a sum a year, to a millionth."""
    if years == 1 or abs(total) > _MOST:  # what is far too much is for the model to refuse
        return total
    millionths = round(Fraction(total) * 10**6 / years)
    return Decimal(millionths).scaleb(-6)
