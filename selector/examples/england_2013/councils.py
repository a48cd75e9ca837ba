"""Local authorities: in each area the councils bid together, for what they do for themselves already. All invented."""

from selector.examples.england_2013.ccgs import ccgs
from selector.examples.england_2013.slug import slug
from selector.examples.england_2013.supplier import SYNTHETIC, Supplier

_OFFERS = frozenset(
    {
        "estates",
        "corporate-it",
        "information-governance",
        "safeguarding-and-quality",
        "continuing-care",
        "public-involvement",
        "emergency-planning",
    }
)


def councils() -> tuple[Supplier, ...]:
    """A joint bidder for each area team, by the area's name."""
    return tuple(
        Supplier(
            id=f"councils-{slug(area)}",
            name=f"Councils of {area}, bidding together",
            kind="local_authority",
            offers=_OFFERS,
            tags=(SYNTHETIC,),
            home=frozenset({area}),
        )
        for area in sorted({ccg.area for ccg in ccgs()})
    )
