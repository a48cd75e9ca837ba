"""The discounts of merged bidders: of one bidder there is one for each service."""

from models import Discount
from selector.scenarios.mergers.joined import Joined


def merged_discounts(joined: Joined) -> tuple[Discount, ...]:
    """All discounts after a merger.

    Where several of theirs are for the same services, that of the one who is named first stands, and the others are
    for what is left.
    """
    order = {name: position for position, name in enumerate(joined.merger.bidders)}
    every = [service.id for service in joined.case.services]
    taken: set[str] = set()
    narrowed: dict[str, Discount | None] = {}
    theirs = [discount for discount in joined.case.discounts if discount.bidder in order]
    for discount in sorted(theirs, key=lambda each: order[each.bidder]):
        scope = every if discount.services is None else list(discount.services)
        left = [name for name in scope if name not in taken]
        taken.update(scope)
        services = discount.services if len(left) == len(scope) else tuple(left)
        kept = discount.model_copy(update={"bidder": joined.id, "services": services})
        narrowed[discount.id] = kept if left else None
    after = (narrowed.get(discount.id, discount) for discount in joined.case.discounts)
    return tuple(discount for discount in after if discount is not None)
