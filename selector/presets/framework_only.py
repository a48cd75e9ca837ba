"""``framework-only``: services are called off from accredited bidders only."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from models import BidderSet, Case, CaseInvalid, Fault, Framework, LotSet, Rule
from models.faults import shown
from selector.presets.changes import Changes
from selector.presets.parameters import Ids, Softened, Tags
from selector.verify.tender import Tender

_ID = "framework-only"
_NAME = "Accredited bidders only"


class FrameworkOnly(Softened):
    """Services, all or those stated, go to accredited bidders, named by id or by tag, and to buyers' own staff.

    So the Lead Provider Framework (2014-15) was to be used, with nine accredited for end-to-end support. It is a framework
    of the case; made soft, a rule that names all who are not accredited.
    """

    services: Ids = ()
    bidders: Ids = ()
    tags: Tags = ()

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if not (self.bidders or self.tags):
            raise PydanticCustomError("nobody", "state bidders, or tags, of those who are accredited")
        return self

    def changes(self, case: Case) -> Changes:
        """A framework or, where it is soft, a rule; the one takes the other's place."""
        accredited = tuple(
            bidder.id
            for bidder in case.bidders
            if bidder.id in self.bidders or not set(self.tags).isdisjoint(bidder.tags)
        )
        if self.penalty is None and self.priority is None:
            return self._framework(case, accredited)
        return self._rule(case, accredited)

    def _framework(self, case: Case, accredited: tuple[str, ...]) -> Changes:
        under = {
            service: (position, at)
            for position, framework in enumerate(case.frameworks)
            if framework.id != _ID
            for at, service in enumerate(framework.services)
        }
        taken = [
            Fault("/frameworks/{}/services/{}".format(*under[each]), f"{shown(each)} is called off under this already")
            for each in self.services
            if each in under
        ]
        if taken:
            raise CaseInvalid(taken)
        services = self.services or tuple(each.id for each in case.services if each.id not in under)
        if not services:
            raise CaseInvalid([Fault("/frameworks", "every service is called off under one of these already")])
        framework = Framework(id=_ID, name=_NAME, services=services, accredited=accredited)
        stay = [each.name for each in case.services if each.id in under]
        remark = f"Under frameworks of their own, which stay: {', '.join(stay)}."
        remarks = (remark,) if stay and not self.services else ()
        return Changes(frameworks=(framework,), remarks=remarks, gone=(_ID,))

    def _rule(self, case: Case, accredited: tuple[str, ...]) -> Changes:
        tender = Tender(case)
        barred = tuple(each.id for each in case.bidders if each.id not in accredited and not tender.at_home(each))
        if not barred:
            return Changes(remarks=("Every bidder is accredited, so no rule is needed.",), gone=(_ID,))
        rule = Rule(
            id=_ID,
            name=_NAME,
            because="They are not accredited for these services.",
            metric="lots",
            bidders=BidderSet(ids=barred),
            lots=LotSet(services=self.services),
            sense="at_most",
            limit=0,
            penalty=self.penalty,
            priority=self.priority,
        )
        remark = "The rule names the bidders that are not accredited: one that is added to the case later is free."
        return Changes(rules=(rule,), remarks=(remark,), gone=(_ID,))
