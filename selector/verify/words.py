"""Numbers as a board reads them."""

from decimal import Decimal

# Beyond this a figure is nonsense that some file states, and is shown as it stands there rather than digit by digit.
_MOST_DIGITS = 20
_ONE = {
    "people": "person",
    "providers": "provider",
    "points": "point",
    "lots": "lot",
    "buyers": "buyer",
    "lots a month": "lot a month",
    "bidders": "bidder",
}


def number(value: Decimal | int) -> str:
    """With thousands separated and no trailing zeros: ``1,234.5``."""
    value = Decimal(value)
    if value and abs(value.adjusted()) > _MOST_DIGITS:
        return str(value)
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def pounds(value: Decimal) -> str:
    """To a penny: ``£1,234.50``; more decimals only where there are some."""
    if value and abs(value.adjusted()) > _MOST_DIGITS:
        return f"£{value}"
    shown = f"{abs(value):,.2f}" if value == round(value, 2) else number(abs(value))
    return f"{'-' if value < 0 else ''}£{shown}"


def quantity(value: Decimal | int, unit: str) -> str:
    """A figure with its unit; ``£`` stands before, every other unit after; a fraction is told in per cent."""
    if unit == "fraction":
        return f"{number(Decimal(value) * 100)} %"
    if value == 1 and unit in _ONE:
        return f"1 {_ONE[unit]}"
    return pounds(Decimal(value)) if unit == "£" else f"{number(value)} {unit}"


def count(value: int, noun: str) -> str:
    """``1 lot``, ``2 lots``."""
    return f"{value:,} {noun}{'' if value == 1 else 's'}"
