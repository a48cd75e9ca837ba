"""Too few that compete for a lot."""

from collections.abc import Sequence
from decimal import Decimal

from selector.decide.competition import Contest
from selector.decide.market import Market
from selector.decide.member import Member
from selector.verify.words import count


def too_few(market: Market, member: Member, reach: Decimal | None) -> str | None:
    """A lot that fewer bid for than must compete, be they accredited or not."""
    relaxation = market.ledger.relaxation
    short = [each for each in relaxation.contests if each.framework.id == _framework(market, member)]
    if reach is None or not short:
        return None
    contest = next((each for each in short if len(each.bidders) == reach), None)
    if contest is None:
        return None
    bidding = count(len(contest.bidders), "bidder")
    accredited = "" if contest.framework.accredited is None else ", accredited or not"
    return f"{_lot(market, contest)} has {bidding}{accredited}"


def on_the_list(market: Market, members: Sequence[Member]) -> str | None:
    """A lot for which enough would compete, were all of them accredited."""
    if {member.family for member in members} != {"framework", "competition"} or len(members) != 2:
        return None
    asked = {_framework(market, member) for member in members}
    short = [each for each in market.ledger.relaxation.contests if {each.framework.id} == asked and each.missing > 0]
    if not short:
        return None
    contest = max(short, key=lambda each: each.missing)
    return (
        f"{_lot(market, contest)} has {count(len(contest.bidders), 'bidder')}, of which {len(contest.accredited):,}"
        f" {'is' if len(contest.accredited) == 1 else 'are'} accredited to {contest.framework.name}; at least"
        f" {contest.framework.min_competitors:,} must compete."
    )


def _framework(market: Market, member: Member) -> str:
    return market.ledger.case.frameworks[int(member.path[1])].id


def _lot(market: Market, contest: Contest) -> str:
    return market.name(market.ledger.relaxation.barred.lots.ids[contest.lot])
