"""The case: all that a board puts to the engine."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from models import references
from models.base import EMPTY, Model
from models.bid import Bid
from models.bidder import Bidder
from models.bidder_kind import BidderKind
from models.buyer import Buyer
from models.choice_by_hand import Exclusion, Pick
from models.criterion import Criterion
from models.discount import Discount
from models.draft import Draft
from models.faults import REFERENCE
from models.framework import Framework
from models.horizon import Horizon
from models.joint_purchase import JointPurchase
from models.lot import Lot
from models.low_prices import LowPrices
from models.marks import Evaluator, Marking
from models.objective import MoneyValued, Objective
from models.options import Options
from models.published import Published
from models.quantities import Cap, Day, Distance, Money, Name, Share
from models.rule import Rule
from models.scenario import Scenario
from models.service import Service
from models.staff import DEFAULT_TERMS, StaffGroup, TransferTerms, Vacancy
from models.tender import tendered

FORMAT = 1


def _a_number(value: Any) -> Any:
    # true equals 1 to Python, and so would pass as the format.
    if isinstance(value, bool):
        raise PydanticCustomError("number_type", "true and false are not numbers")
    return value


class Case(Model):
    """A procurement to be decided. A ``Case`` that exists is consistent: every id leads somewhere, every lot has a bid."""

    format: Annotated[Literal[1], BeforeValidator(_a_number), Field(description="Version of this format: 1.")]
    name: Annotated[Name, Field(description="Name as printed.")]
    notes: Annotated[
        str, Field(max_length=100_000, description="Anything a reader should know, such as what is synthetic.")
    ] = ""
    currency: Annotated[Literal["GBP"], Field(description="Currency of all money.")] = "GBP"
    date: Annotated[
        Day, Field(description="Date as of which staff would be made redundant; it decides which limits on pay apply.")
    ]
    # Tables fail fast: a million bad rows must not cost a million error records. Whoever reads a file tells every fault.
    horizon: Annotated[Horizon, Field(description="The years compared.")]
    buyers: Annotated[tuple[Buyer, ...], Field(fail_fast=True, min_length=1, description="Who buys.")]
    services: Annotated[tuple[Service, ...], Field(fail_fast=True, min_length=1, description="What is bought.")]
    lots: Annotated[
        Annotated[tuple[Lot, ...], Field(fail_fast=True)] | None,
        Field(
            min_length=1,
            description="What is tendered; if left out, every service for every buyer, required, named `buyer:service`.",
        ),
    ] = None
    bidders: Annotated[tuple[Bidder, ...], Field(fail_fast=True, description="Who may supply.")]
    bids: Annotated[tuple[Bid, ...], Field(fail_fast=True, description="What they offer.")]
    criteria: Annotated[
        tuple[Criterion, ...],
        Field(fail_fast=True, description="What quality is made of; without criteria every bid has quality 0."),
    ] = ()
    evaluators: Annotated[tuple[Evaluator, ...], Field(fail_fast=True, description="Who marks bids.")] = ()
    marking: Annotated[Marking, Field(description="How marks of several evaluators become one.")] = Marking()
    abnormally_low: Annotated[
        LowPrices | None, Field(description="When a bid is flagged as abnormally low; never if left out.")
    ] = None
    staff_groups: Annotated[tuple[StaffGroup, ...], Field(fail_fast=True, description="Whose posts are at stake.")] = ()
    vacancies: Annotated[tuple[Vacancy, ...], Field(fail_fast=True, description="Posts for displaced staff.")] = ()
    redeploy_within_km: Annotated[
        Distance | None,
        Field(description="Farthest that displaced staff move to a vacancy; as far as need be if left out."),
    ] = None
    vat: Annotated[
        dict[BidderKind, Share],
        Field(description="Rate of VAT on the prices of bidders of a kind; none on those of kinds not named."),
    ] = EMPTY
    discounts: Annotated[
        tuple[Discount, ...], Field(fail_fast=True, description="What bidders take off, the more they win.")
    ] = ()
    frameworks: Annotated[
        tuple[Framework, ...],
        Field(fail_fast=True, description="Agreements under which services are called off; other services are free."),
    ] = ()
    joint_purchases: Annotated[
        tuple[JointPurchase, ...], Field(fail_fast=True, description="Buyers that commit to one supplier together.")
    ] = ()
    max_lots_per_bidder: Annotated[
        Cap | None,
        Field(
            description="Most lots that one bidder may win, as published; free if left out. A buyer's own staff are free in any case.",
        ),
    ] = None
    neighbours: Annotated[
        tuple[tuple[Name, Name], ...],
        Field(
            fail_fast=True,
            description="Pairs of buyers (by id), areas or regions that border on each other, for services that ask for contiguity.",
        ),
    ] = ()
    transfer_terms: Annotated[
        dict[BidderKind, TransferTerms],
        Field(
            description="Terms by kind of winner; kinds not named keep the seed case: within the NHS family all staff transfer, outside none do and the buyer pays."
        ),
    ] = EMPTY
    liability_cap: Annotated[
        Money | None, Field(description="Most of the liability that all buyers together may have to pay.")
    ] = None
    published: Annotated[
        tuple[Published, ...],
        Field(fail_fast=True, description="Published figures to be printed beside those of this case."),
    ] = ()
    rules: Annotated[tuple[Rule, ...], Field(fail_fast=True, description="The board's own rules.")] = ()
    picks: Annotated[tuple[Pick, ...], Field(fail_fast=True, description="Bids that are to be accepted.")] = ()
    exclusions: Annotated[tuple[Exclusion, ...], Field(fail_fast=True, description="Bids that are left out.")] = ()
    objective: Annotated[Objective, Field(description="How the objectives are combined.")] = MoneyValued()
    scenarios: Annotated[
        tuple[Scenario, ...], Field(fail_fast=True, description="Named overlays on this case; by itself it has none.")
    ] = ()
    options: Annotated[Options, Field(description="How hard to look.")] = Options()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        faults = references.faults(Draft.of(self))
        if faults:
            raise ValidationError.from_exception_data(
                "Case",
                [
                    InitErrorDetails(
                        # The message is data, and may hold braces: it goes in as a value, not as the template.
                        type=PydanticCustomError(REFERENCE, "{message}", {"message": fault.message}),
                        loc=fault.path,
                        input=None,
                    )
                    for fault in faults
                ],
            )
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced, as consistent as any case.

        Raises
        ------
        pydantic.ValidationError
            if what is replaced does not fit the rest.
        """
        if not update:
            return super().model_copy(deep=deep)
        return type(self)(**{name: getattr(self, name) for name in type(self).model_fields} | dict(update))

    @cached_property
    def tendered(self) -> tuple[Lot, ...]:
        """The lots, generated where the case lists none, each with its volume filled in."""
        return tendered(self.lots, self.buyers, self.services)

    def terms(self, kind: BidderKind) -> TransferTerms:
        """The transfer terms in force for winners of a kind."""
        return self.transfer_terms.get(kind, DEFAULT_TERMS[kind])

    def canonical_json(self) -> str:
        """The case as text, alike for equal cases: sorted keys, nothing that only repeats a default."""
        return json.dumps(
            self.model_dump(mode="json", exclude_defaults=True),
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
        )

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the canonical JSON, in hexadecimal."""
        return hashlib.sha256(self.canonical_json().encode()).hexdigest()
