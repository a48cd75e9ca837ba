"""What is decided by hand."""

from collections.abc import Iterator

from models import Case, Exclusion
from selector.decide.member import Member
from selector.decide.members.stated import kept
from selector.decide.words import bid_named
from selector.verify.by_hand import left_out, picked
from selector.verify.sentences.names import Names
from selector.verify.sentences.where import where
from selector.verify.tender import Tender


def picks(case: Case) -> Iterator[Member]:
    """The bids that are to win."""
    if not case.picks:
        return
    tender = Tender(case)
    for position, pick in enumerate(case.picks):
        yield kept(
            f"pick[{pick.id}]",
            ("picks", position),
            f"the pick of {bid_named(case, pick.bid)}",
            picked(tender, tender.bids[pick.bid]),
            [("pick", (pick.id,))],
        )


def exclusions(case: Case) -> Iterator[Member]:
    """The bids that are left out."""
    if not case.exclusions:
        return
    tender = Tender(case)
    for position, exclusion in enumerate(case.exclusions):
        yield kept(
            f"exclusion[{exclusion.id}]",
            ("exclusions", position),
            f"the exclusion of {_excluded(case, exclusion)}",
            left_out(tender, exclusion),
            [("bar", (f"exclusion[{exclusion.id}]",))],
        )


def _excluded(case: Case, exclusion: Exclusion) -> str:
    if exclusion.bid is not None:
        return bid_named(case, exclusion.bid)
    names = Names.of(case)
    lots = where(names, exclusion.lots, ()).on_lots()
    return f"the bids of {names.bidders[exclusion.bidder or '']}{f' for lots{lots}' if lots else ''}"
