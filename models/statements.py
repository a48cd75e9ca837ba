"""What a case states, in words: its objective, rules, decisions by hand and limits, each with its place."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Amount, Sense
from models.base import Model
from models.quantities import SignedMoney

_PLACE = "Its place in the case, a JSON pointer (RFC 6901)."


class StatedRule(Model):
    """A rule of the board."""

    id: str
    name: Annotated[str | None, Field(description="Name as printed; null where it has none.")]
    state: Literal["hard", "soft", "switched off"]
    sentence: Annotated[str, Field(description="It in words.")]
    because: Annotated[str, Field(description="Why the board has it.")]
    penalty: Annotated[SignedMoney | None, Field(description="£ for each unit beyond the limit; null where none.")]
    priority: Annotated[
        int | None, Field(description="Its place among the soft rules that come first; null where none.")
    ]
    pointer: Annotated[str, Field(description=_PLACE)]


class StatedByHand(Model):
    """A pick or an exclusion."""

    id: str
    name: Annotated[str, Field(description="`pick[id]` or `exclusion[id]`.")]
    sentence: Annotated[str, Field(description="It in words.")]
    reason: Annotated[str, Field(description="Why it was decided.")]
    pointer: Annotated[str, Field(description=_PLACE)]


class StatedLimit(Model):
    """What else limits awards: a floor, a capacity, a budget, a veto and so on."""

    name: Annotated[str, Field(description="Its name in awards and conflicts, such as `floor[hr]`.")]
    family: Annotated[str, Field(description="What sort it is, such as `floor`.")]
    subject: Annotated[str, Field(description="What sentences call it, such as `the floor of HR`.")]
    sentence: Annotated[str, Field(description="It in words, with its figures.")]
    sense: Annotated[Sense | None, Field(description="Which side of the limit is allowed; null where there is none.")]
    limit: Annotated[Amount | None, Field(description="The limit; null where it is kept or given up.")]
    unit: Annotated[str | None, Field(description="Of the limit.")]
    pointer: Annotated[str, Field(description=_PLACE)]


class StatedScenario(Model):
    """A scenario that may be asked for."""

    id: str
    name: str
    because: str
    source: Annotated[
        Literal["case", "beside", "built in"],
        Field(description="Whether it is in the case, kept beside it, or made of any case."),
    ]


class CaseStatements(Model):
    """What a case states, in the words that conflicts and papers use."""

    name: Annotated[str, Field(description="Name of the case.")]
    case_sha256: Annotated[str, Field(description="Of the case in canonical JSON.")]
    objective: Annotated[str, Field(description="What the board seeks.")]
    rules: Annotated[tuple[StatedRule, ...], Field(description="The board's rules, in case order.")]
    by_hand: Annotated[tuple[StatedByHand, ...], Field(description="Picks, then exclusions, in case order.")]
    limits: Annotated[tuple[StatedLimit, ...], Field(description="Family by family, each in case order.")]
    scenarios: Annotated[
        tuple[StatedScenario, ...], Field(description="Those of the case, those beside it, then those built in.")
    ]

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
