"""The terms on which a tender is decided and its staff move."""

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

from models import BidderKind, Case
from models.prospectus import BuyerTerms, CriterionTerms, FormTerms, KindFloor, KindTerms
from selector.verify.sentences.rule import rule_sentence

# Those of the case's format (docs/case.md, Bid).
FORMS = (
    FormTerms(form="agreement", most_years=Decimal("1.5"), nhs_only=True),
    FormTerms(form="contract", most_years=Decimal(5), nhs_only=False),
)


def viability(tender: Case) -> Iterator[KindFloor]:
    """How few people bidders of each kind can live on, of the kinds that are expected to bid."""
    for kind in get_args(BidderKind):
        floors = [bidder.viability_floor for bidder in tender.bidders if bidder.kind == kind]
        if floors:
            yield KindFloor(kind=kind, least=Decimal(min(floors)), most=Decimal(max(floors)))


def kind_terms(tender: Case) -> Iterator[KindTerms]:
    """What holds for winners of each kind."""
    for kind in get_args(BidderKind):
        terms = tender.terms(kind)
        yield KindTerms(
            kind=kind,
            transfer=terms.transfer,
            buyer_share=terms.buyer_share,
            pension=terms.pension,
            vat=tender.vat.get(kind, Decimal(0)),
        )


def buyer_terms(tender: Case) -> Iterator[BuyerTerms]:
    """Every buyer that tenders anything."""
    bought = [lot.buyer for lot in tender.tendered]
    for buyer in tender.buyers:
        if buyer.id in bought:
            yield BuyerTerms(
                buyer=buyer.id,
                name=buyer.name,
                area=buyer.area,
                region=buyer.region,
                population=buyer.population,
                lots=bought.count(buyer.id),
                budget=dict(buyer.budget),
                liability_cap=buyer.liability_cap,
                min_mean_quality=buyer.min_mean_quality,
                by_shortlist=buyer.shortlist is not None,
            )


def criterion_terms(tender: Case) -> Iterator[CriterionTerms]:
    """The tree of criteria, in the order of the case."""
    for criterion in tender.criteria:
        yield CriterionTerms(
            criterion=criterion.id,
            name=criterion.name,
            parent=criterion.parent,
            weight=criterion.weight,
            minimum=criterion.minimum,
            services=criterion.services,
        )


def rules_told(tender: Case) -> Iterator[str]:
    """Rules in force in words, but for those that name single bidders."""
    return (rule_sentence(tender, rule) for rule in tender.rules if rule.active and not rule.bidders.ids)


def rules_on_bidders(tender: Case) -> int:
    """How many rules in force name single bidders."""
    return sum(rule.active and bool(rule.bidders.ids) for rule in tender.rules)
