"""Voluntary bodies, all invented: one in each region that speaks for patients, and two that work throughout England."""

from selector.examples.england_2013.ccgs import ccgs
from selector.examples.england_2013.supplier import SYNTHETIC, Supplier

_VOICE = frozenset({"public-involvement", "complaints", "communications", "service-redesign", "equality-and-diversity"})
_ADVOCATES = frozenset({"safeguarding-and-quality", "complaints", "public-involvement"})
_ASSESSMENT = frozenset({"continuing-care", "individual-funding-requests", "safeguarding-and-quality"})


def voluntary_bodies() -> tuple[Supplier, ...]:
    """Two national bodies, then one for each region by name."""
    return (
        Supplier("example-advocates", "Example Advocates", "voluntary", _ADVOCATES, tags=(SYNTHETIC,)),
        Supplier("example-care-charity", "Example Care Charity", "voluntary", _ASSESSMENT, tags=(SYNTHETIC,)),
        *(
            Supplier(
                id=f"patient-voice-{region.split()[0].lower()}",
                name=f"Example Patient Voice, {region}",
                kind="voluntary",
                offers=_VOICE,
                tags=(SYNTHETIC,),
                home=frozenset({region}),
            )
            for region in sorted({ccg.region for ccg in ccgs()})
        ),
    )
