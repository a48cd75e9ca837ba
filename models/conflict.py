"""Why a case has no award, and what would mend it."""

from typing import Annotated, Literal

from pydantic import Field

from models.award import Accepted, Figure, Provider, Sense, Totals
from models.base import Model


class PatchOperation(Model):
    """One operation on the JSON of the case, as RFC 6902 has them."""

    op: Literal["add", "remove"]
    path: Annotated[str, Field(description="JSON Pointer of what is replaced, added or removed.")]
    value: Annotated[
        bool | str | int | None, Field(description="What is put there; null where something is removed.")
    ] = None


class ConflictRule(Model):
    """A rule that cannot hold together with the others of its conflict."""

    rule: Annotated[str, Field(description="Name of the rule, such as `floor[service]`.")]
    pointer: Annotated[str, Field(description="JSON Pointer of what the case states.")]
    sentence: Annotated[str, Field(description="The rule in words, with its figures.")]
    sense: Annotated[
        Sense | None, Field(description="Which side of the limit is allowed; null where there is no limit.")
    ]
    limit: Figure | None
    reach: Annotated[
        Figure | None,
        Field(
            description="What the limit would have to be for all rules of the conflict to hold, the others as they are; null where there is no limit, or it was not found."
        ),
    ] = None
    unit: str | None
    lift: Annotated[tuple[PatchOperation, ...], Field(description="What takes this rule out of the case.")]


class Clash(Model):
    """Rules that cannot hold together, whatever is done about all others."""

    rules: Annotated[
        tuple[ConflictRule, ...],
        Field(
            description="The rules of it; none where packages and exclusive groups leave no way to give each lot to exactly one bid, whatever rules are given up."
        ),
    ]
    minimal: Annotated[
        bool, Field(description="Whether it is proven of each rule that without it the others can hold together.")
    ]
    explanation: Annotated[tuple[str, ...], Field(description="Why, in sentences with the figures.")]


class Move(Model):
    """One limit of the case moved, or a rule given up."""

    rule: Annotated[str, Field(description="Name of the rule.")]
    pointer: Annotated[str, Field(description="JSON Pointer of what the case states.")]
    sentence: Annotated[str, Field(description="What to do, in words.")]
    before: Annotated[Figure | None, Field(description="The limit as the case states it.")]
    after: Annotated[Figure | None, Field(description="The limit that mends; null where the rule is given up.")]
    unit: str | None
    relative: Annotated[
        float, Field(description="Size of the move as a share of the limit (of 1 where that is 0), before weights.")
    ]


class Mended(Model):
    """The award of the mended case."""

    status: Literal["optimal", "feasible"]
    gap: Annotated[float | None, Field(description="As in a certificate.")]
    totals: Totals
    awards: tuple[Accepted, ...]
    providers: tuple[Provider, ...]


class Repair(Model):
    """Limits to move so that the case has an award."""

    moves: tuple[Move, ...]
    distance: Annotated[float, Field(description="Sum of weight x relative move.")]
    bound: Annotated[
        float, Field(description="No repair moves less, of those that differ from the repairs named before it.")
    ]
    least: Annotated[bool, Field(description="Whether that is proven of this repair, but for rounding.")]
    patch: Annotated[tuple[PatchOperation, ...], Field(description="What makes the mended case of this one.")]
    award: Mended


class Conflict(Clash):
    """Why no award keeps every rule: the first clash found, further ones that share no rule with it, and repairs."""

    further: Annotated[
        tuple[Clash, ...], Field(description="Clashes that share no rule with this one, nor with each other.")
    ] = ()
    repair: Annotated[
        Repair | None, Field(description="The repair that moves least; null where none was found, or none exists.")
    ] = None
    mendable: Annotated[
        bool | None,
        Field(
            description="Whether moving what may move can mend the case: proven either way, or null where no repair was found in time."
        ),
    ] = None
    alternatives: Annotated[
        tuple[Repair, ...], Field(description="Other repairs, each without all the moves of any before it.")
    ] = ()
