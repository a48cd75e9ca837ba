"""The quantities of a case: each a type that carries its unit, its range and how it is written in JSON.

Money and every other fraction is ``Decimal``, never a float: a float cannot hold a penny.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

PENNY = Decimal("0.01")

# Beyond this a sum of pence no longer fits the solver's 53-bit floats with room to spare.
MOST_POUNDS = 10**12
# Sums of such, with their pence, within the 28 digits of decimal arithmetic.
_MOST_TOTAL = 10**24

LONGEST_ID = 200
ID_PATTERN = r"^[^\s\x00-\x1f\x7f-\x9f](?:[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$"
NAME_PATTERN = r"^[^\x00-\x1f\x7f-\x9f]+$"
YEAR_PATTERN = r"^[0-9]{4}-[0-9]{2}$"
STORABLE_PATTERN = r"^[^\x00]*$"
"""Of text that a database takes: PostgreSQL has none with the character 0."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_NUMERAL = 100
_MOST_REMEMBERED = 5_000


def _numeral_pattern(signs: str) -> str:
    return rf"^[{signs}]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$"


_NUMERAL = re.compile(_numeral_pattern("+-"))


def _numeral(value: Any) -> Any:
    # bool is an int to Python, so ``true`` would pass as the number 1; and Decimal reads "1_000" and digits of any script.
    if isinstance(value, bool):
        raise PydanticCustomError("number_type", "true and false are not numbers")
    if isinstance(value, str) and not (len(value) <= _LONGEST_NUMERAL and _NUMERAL.fullmatch(value)):
        raise PydanticCustomError("number_text", "not a number in digits")
    return value


class _Number(WrapValidator):
    """Reads a number as JSON writes it, and says in the JSON Schema how it is written as text."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        forms: dict[str, dict[str, Any]] = {form["type"]: form for form in schema.get("anyOf", ())}
        if "string" in forms:
            limits = forms["number"]
            signs = "+" if limits.get("minimum", 0) >= 0 else "+-"
            forms["string"].update(pattern=_numeral_pattern(signs), maxLength=_LONGEST_NUMERAL)
        return schema


def _day(value: Any) -> date:
    # Left to itself pydantic takes numbers as seconds since 1970, and times of day.
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        value = None
    if type(value) is date:
        return value
    raise PydanticCustomError("date_text", "not a date written YYYY-MM-DD")


def _plain(value: Decimal) -> str:
    """Shortest fixed-point text, so that equal numbers are written alike."""
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _to_penny(value: Decimal) -> Decimal:
    return value.quantize(PENNY) + 0  # the sum loses the sign of -0


def _first_of_month(value: date) -> date:
    if value.day != 1:
        raise PydanticCustomError("first_of_month", "not the first day of a month")
    return value


_text = PlainSerializer(_plain, return_type=str, when_used="json")


def _number() -> _Number:
    """Reads the numbers of one quantity: all fields of it, and it alone, for what was read before is remembered.

    In a case of 200,000 bids the same scores, shares and terms stand again and again.
    """
    known: dict[str | int | tuple[str], Any] = {}

    def read(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        sort = type(value)
        # Equal decimals may be written with more or fewer digits, and are told apart; true is no 1.
        key = value if sort is str or sort is int else (str(value),) if sort is Decimal else None
        found = known.get(key) if key is not None else None
        if found is None:
            found = handler(_numeral(value))
            if key is not None and len(known) < _MOST_REMEMBERED:
                known[key] = found
        return found

    return _Number(read)


def _unit(unit: str) -> Any:
    return Field(json_schema_extra={"unit": unit})


Id = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_ID, pattern=ID_PATTERN)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=NAME_PATTERN)]
FinancialYear = Annotated[str, StringConstraints(pattern=YEAR_PATTERN)]
Day = Annotated[date, BeforeValidator(_day)]
MonthStart = Annotated[date, BeforeValidator(_day), AfterValidator(_first_of_month)]

# Each range stands next to its type: there pydantic checks it without a call into Python for each of 100,000 figures.
Money = Annotated[
    Decimal,
    Field(ge=0, le=MOST_POUNDS, decimal_places=2),
    AfterValidator(_to_penny),
    _number(),
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    _unit("£"),
]
SignedMoney = Annotated[
    Decimal,
    Field(ge=-_MOST_TOTAL, le=_MOST_TOTAL, decimal_places=2),
    AfterValidator(_to_penny),
    _number(),
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    _unit("£"),
]
Price = Annotated[
    Decimal, Field(ge=0, le=MOST_POUNDS, decimal_places=6), _number(), _text, _unit("£ a year or £ a head a year")
]
People = Annotated[int, Field(ge=0, le=10**10), _number(), _unit("people")]
Population = Annotated[int, Field(gt=0, le=10**10), _number(), _unit("people")]
Volume = Annotated[Decimal, Field(gt=0, le=10**10, decimal_places=3), _number(), _text, _unit("the service's unit")]
Limit = Annotated[Decimal, Field(ge=0, le=10**10, decimal_places=3), _number(), _text, _unit("the service's unit")]
Quantity = Annotated[
    Decimal, Field(ge=0, le=MOST_POUNDS, decimal_places=3), _number(), _text, _unit("£ a year, units or lots")
]
Distance = Annotated[Decimal, Field(gt=0, le=20_100, decimal_places=3), _number(), _text, _unit("km")]
Wte = Annotated[Decimal, Field(ge=0, le=10**7, decimal_places=3), _number(), _text, _unit("WTE")]
Share = Annotated[Decimal, Field(ge=0, le=1, decimal_places=6), _number(), _text, _unit("fraction")]
Part = Annotated[Decimal, Field(gt=0, le=1, decimal_places=6), _number(), _text, _unit("fraction")]
Points = Annotated[Decimal, Field(ge=0, le=100, decimal_places=6), _number(), _text, _unit("points")]
Weight = Annotated[Decimal, Field(gt=0, le=10**6, decimal_places=6), _number(), _text, _unit("relative weight")]
Factor = Annotated[Decimal, Field(ge=0, le=1000, decimal_places=6), _number(), _text, _unit("£ a £")]
Tolerance = Annotated[
    Decimal, Field(ge=0, le=MOST_POUNDS, decimal_places=3), _number(), _text, _unit("£, points, lots or WTE")
]
Count = Annotated[int, Field(ge=0, le=10**6), _number(), _unit("count")]
Cap = Annotated[int, Field(ge=1, le=10**6), _number(), _unit("count")]
Priority = Annotated[int, Field(ge=1, le=100), _number(), _unit("rank")]
RuleLimit = Annotated[
    Decimal,
    Field(ge=0, le=MOST_POUNDS, decimal_places=6),
    _number(),
    _text,
    _unit("a count, people, £, fraction or points"),
]
Scale = Annotated[Decimal, Field(gt=0, le=100, decimal_places=6), _number(), _text, _unit("marks")]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=10_000, strip_whitespace=True)]
Years = Annotated[Decimal, Field(ge=0, le=100, decimal_places=6), _number(), _text, _unit("years")]
Successor = Annotated[Decimal, Field(ge=Decimal("0.25"), le=100, decimal_places=6), _number(), _text, _unit("years")]
Term = Annotated[Decimal, Field(gt=0, le=100, decimal_places=6), _number(), _text, _unit("years")]
FinancialYears = Annotated[int, Field(ge=1, le=30), _number(), _unit("financial years")]
Weeks = Annotated[int, Field(ge=0, le=5200), _number(), _unit("weeks")]
Seconds = Annotated[float, Field(gt=0, le=10**7), _number(), _unit("seconds")]
Change = Annotated[Decimal, Field(ge=-1, le=1, decimal_places=6), _number(), _text, _unit("fraction a year")]
Rate = Annotated[Decimal, Field(gt=0, le=10**7, decimal_places=3), _number(), _text, _unit("a month")]
Gap = Annotated[float, Field(ge=0, le=1), _number(), _unit("fraction")]
Longitude = Annotated[float, Field(ge=-180, le=180), _number(), _unit("degrees east")]
Latitude = Annotated[float, Field(ge=-90, le=90), _number(), _unit("degrees north")]
