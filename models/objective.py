"""How the board combines its objectives: one sum of money, one after another, or scores of price and quality."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, field_validator, model_validator
from pydantic_core import PydanticCustomError

from models.base import Model
from models.quantities import Factor, Money, Price, Tolerance

ObjectiveName = Literal["cost", "quality", "liability", "disruption", "penalty"]
PriceFormula = Literal[
    "lowest_over_price",
    "lowest_to_highest",
    "to_the_mean",
    "to_a_benchmark",
    "price_per_quality_point",
    "money_valued_quality",
]
EvaluatedPrice = Literal["list", "cost", "cost_and_liability"]
DisruptionMeasure = Literal["lots", "staff"]

_DEFAULT_TOLERANCE: dict[ObjectiveName, Decimal] = {
    "cost": Decimal("0.01"),
    "liability": Decimal("0.01"),
    "quality": Decimal("0.001"),
    "disruption": Decimal(0),
    "penalty": Decimal("0.01"),
}


class MoneyValued(Model):
    """Minimise cost + liability_weight x liability + disruption_value x disruption - quality_value x Q."""

    mode: Annotated[Literal["money_valued"], Field(description="All in one sum of money.")] = "money_valued"
    liability_weight: Annotated[Factor, Field(description="Pounds that a pound of liability counts for.")] = Decimal(1)
    disruption_value: Annotated[
        Money,
        Field(description="Pounds that a unit of disruption counts for.", json_schema_extra={"unit": "£ a lot or WTE"}),
    ] = Decimal(0)
    quality_value: Annotated[
        Money,
        Field(
            description="Pounds of present value that a point of Q is worth.", json_schema_extra={"unit": "£ a point"}
        ),
    ] = Decimal(0)
    disruption: Annotated[
        DisruptionMeasure,
        Field(description="Whether disruption counts lots that change supplier or the WTE of their staff."),
    ] = "lots"


class LexicographicLevel(Model):
    """One objective in the order of importance."""

    objective: Annotated[ObjectiveName, Field(description="What is optimised at this level.")]
    tolerance: Annotated[
        Tolerance | None,
        Field(
            description="How far later levels may fall behind what was found here; a penny, 0.001 point or nothing if left out."
        ),
    ] = None

    @property
    def slack(self) -> Decimal:
        """The tolerance in force."""
        return _DEFAULT_TOLERANCE[self.objective] if self.tolerance is None else self.tolerance


class Lexicographic(Model):
    """Optimise the first objective, hold it within its tolerance, then optimise the next."""

    mode: Annotated[Literal["lexicographic"], Field(description="One objective after another.")]
    levels: Annotated[
        tuple[LexicographicLevel, ...], Field(min_length=1, description="Objectives, the most important first.")
    ]
    disruption: Annotated[
        DisruptionMeasure,
        Field(description="Whether disruption counts lots that change supplier or the WTE of their staff."),
    ] = "lots"

    @field_validator("levels")
    @classmethod
    def _each_once(cls, levels: tuple[LexicographicLevel, ...]) -> tuple[LexicographicLevel, ...]:
        names = [level.objective for level in levels]
        if len(set(names)) < len(names):
            raise PydanticCustomError("repeated_level", "each objective may stand at one level only")
        return levels


class Ratio(Model):
    """Score every bid that qualifies on price and quality, lot by lot, and maximise the mean score.

    What no bid states by itself comes after: set-up charges, overheads and penalties less discounts, the least at an
    equal score.
    """

    mode: Annotated[Literal["ratio"], Field(description="Scores of price and quality.")]
    price_weight: Annotated[
        Factor, Field(description="Weight of the price score.", json_schema_extra={"unit": "relative weight"})
    ] = Decimal(60)
    quality_weight: Annotated[
        Factor, Field(description="Weight of quality.", json_schema_extra={"unit": "relative weight"})
    ] = Decimal(40)
    formula: Annotated[
        PriceFormula,
        Field(
            description="How a price becomes points; `price_per_quality_point` and `money_valued_quality` leave the weights aside."
        ),
    ]
    price: Annotated[
        EvaluatedPrice,
        Field(description="Which price: the list price a year, the cost, or the cost with the liability."),
    ] = "cost"
    quality_value: Annotated[
        Price | None,
        Field(
            description="What a point of quality is worth for each person of the buyer; needed by, and only by, `money_valued_quality`.",
            json_schema_extra={"unit": "£ a point a head"},
        ),
    ] = None
    tolerance: Annotated[
        Tolerance,
        Field(
            description="How far the mean score may fall behind the best in favour of lower charges.",
            json_schema_extra={"unit": "points"},
        ),
    ] = Decimal("0.001")
    disruption: Annotated[
        DisruptionMeasure,
        Field(description="Whether disruption counts lots that change supplier or the WTE of their staff."),
    ] = "lots"

    @model_validator(mode="after")
    def _is_a_score(self) -> Self:
        if not self.price_weight + self.quality_weight:
            raise PydanticCustomError("no_weight", "price_weight and quality_weight are both 0: nothing would count")
        if (self.formula == "money_valued_quality") != bool(self.quality_value):
            raise PydanticCustomError(
                "quality_value",
                "quality_value is above 0 with money_valued_quality, and left out with every other formula",
            )
        return self


def _mode(value: Any) -> str:
    # What is no object goes to the first model, whose refusal of it names the fault.
    mode = value.get("mode", "money_valued") if isinstance(value, Mapping) else getattr(value, "mode", "money_valued")
    return mode if isinstance(mode, str) else ""


Objective = Annotated[
    Annotated[MoneyValued, Tag("money_valued")]
    | Annotated[Lexicographic, Tag("lexicographic")]
    | Annotated[Ratio, Tag("ratio")],
    Discriminator(_mode),
]
