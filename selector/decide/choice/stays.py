"""What the board states that stays where only some of the lots are tendered."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from models import Case, Exclusion, JointPurchase, LotSet, Pick, Rule
from models.references import FALLBACK_PREFIX


@dataclass(frozen=True)
class Within:
    """The lots that are tendered, within those of a case."""

    case: Case
    kept: frozenset[str]

    @cached_property
    def everything(self) -> bool:
        """Whether they are all lots."""
        return len(self.kept) == len(self.case.tendered)

    def rules(self) -> Iterator[Rule]:
        """The hard rules about these lots alone, and those that hold within each buyer."""
        for rule in self.case.rules:
            lots = self._lots(rule.lots)
            stays = lots <= self.kept or "buyer" in rule.per
            if rule.active and not rule.is_soft and stays and self._has_rows(rule, lots & self.kept):
                yield rule.model_copy(update={"lots": self._pruned(rule.lots)})

    def picks(self, bids: Collection[str]) -> Iterator[Pick]:
        """The picks of bids that are left, and of fallbacks."""
        for pick in self.case.picks:
            fallback = pick.bid.startswith(FALLBACK_PREFIX) and pick.bid.removeprefix(FALLBACK_PREFIX) in self.kept
            if fallback or pick.bid in bids:
                yield pick

    def exclusions(self, bids: Collection[str]) -> Iterator[Exclusion]:
        """The exclusions of bids that are left, and of bidders for some of these lots."""
        for exclusion in self.case.exclusions:
            if exclusion.bid is not None:
                if exclusion.bid in bids:
                    yield exclusion
            elif self._lots(exclusion.lots) & self.kept:
                yield exclusion.model_copy(update={"lots": self._pruned(exclusion.lots)})

    def joint_purchases(self) -> Iterator[JointPurchase]:
        """The joint purchases all of whose lots are tendered."""
        for purchase in self.case.joint_purchases:
            lots = self._lots(_bought(purchase))
            if lots and lots <= self.kept:
                named = tuple(service for service in purchase.services or () if service in self._services)
                yield purchase.model_copy(update={"services": named or None})

    def _has_rows(self, rule: Rule, lots: Collection[str]) -> bool:
        """Whether any of some lots is in an area, or region, where the rule holds within each."""
        asked = [name for name in ("area", "region") if name in rule.per]
        placed = {buyer.id for buyer in self.case.buyers if all(getattr(buyer, name) is not None for name in asked)}
        return any(lot.id in lots and lot.buyer in placed for lot in self.case.tendered)

    @cached_property
    def _services(self) -> frozenset[str]:
        return frozenset(lot.service for lot in self.case.tendered if lot.id in self.kept)

    def _pruned(self, stated: LotSet) -> LotSet:
        named = tuple(service for service in stated.services if service in self._services)
        return stated.model_copy(update={"services": named})

    def _lots(self, stated: LotSet) -> frozenset[str]:
        """The lots of the case that a set holds."""
        anywhere = not (stated.buyers or stated.areas or stated.regions)
        buyers = {
            buyer.id
            for buyer in self.case.buyers
            if anywhere or buyer.id in stated.buyers or buyer.area in stated.areas or buyer.region in stated.regions
        }
        return frozenset(
            lot.id
            for lot in self.case.tendered
            if lot.buyer in buyers and (not stated.services or lot.service in stated.services)
        )


def _bought(purchase: JointPurchase) -> LotSet:
    return LotSet(
        services=purchase.services or (), buyers=purchase.buyers, areas=purchase.areas, regions=purchase.regions
    )
