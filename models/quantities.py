"""The quantities of a case: each a type that carries its unit, its range and how it is written in JSON.

Money and every other fraction is ``Decimal``, never a float: a float cannot hold a penny.
"""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

PENNY = Decimal("0.01")

# Beyond this a sum of pence no longer fits the solver's 53-bit floats with room to spare.
MOST_POUNDS = Decimal(10) ** 12


def _no_bool(value: Any) -> Any:
    # bool is an int to Python, so ``true`` would pass as the number 1.
    if isinstance(value, bool):
        raise PydanticCustomError("number_type", "true and false are not numbers")
    return value


def _plain(value: Decimal) -> str:
    """Shortest fixed-point text, so that equal numbers are written alike."""
    if value == 0:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _to_penny(value: Decimal) -> Decimal:
    return value.quantize(PENNY)


_text = PlainSerializer(_plain, return_type=str, when_used="json")
_number = BeforeValidator(_no_bool)


def _unit(unit: str) -> Any:
    return Field(json_schema_extra={"unit": unit})


Id = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\s\x00-\x1f](?:[^\x00-\x1f]*[^\s\x00-\x1f])?$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]

Money = Annotated[
    Decimal,
    _number,
    Field(ge=0, le=MOST_POUNDS, decimal_places=2),
    AfterValidator(_to_penny),
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    _unit("£"),
]
SignedMoney = Annotated[
    Decimal,
    _number,
    Field(decimal_places=2),
    AfterValidator(_to_penny),
    PlainSerializer(lambda value: format(value, "f"), return_type=str, when_used="json"),
    _unit("£"),
]
Price = Annotated[Decimal, _number, Field(ge=0, le=MOST_POUNDS, decimal_places=6), _text, _unit("£ a year or £ a head a year")]
People = Annotated[int, _number, Field(ge=0, le=10**10), _unit("people")]
Volume = Annotated[Decimal, _number, Field(gt=0, le=10**10, decimal_places=3), _text, _unit("the service's unit")]
Limit = Annotated[Decimal, _number, Field(ge=0, le=10**10, decimal_places=3), _text, _unit("the service's unit")]
Wte = Annotated[Decimal, _number, Field(ge=0, le=10**7, decimal_places=3), _text, _unit("WTE")]
Share = Annotated[Decimal, _number, Field(ge=0, le=1, decimal_places=6), _text, _unit("fraction, 0 to 1")]
Points = Annotated[Decimal, _number, Field(ge=0, le=100, decimal_places=6), _text, _unit("points, 0 to 100")]
Weight = Annotated[Decimal, _number, Field(gt=0, le=10**6, decimal_places=6), _text, _unit("relative weight")]
Count = Annotated[int, _number, Field(ge=0, le=10**6), _unit("count")]
Years = Annotated[Decimal, _number, Field(ge=0, le=100, decimal_places=6), _text, _unit("years")]
