"""One letter: to whom, how bids were judged, and lot by lot the scores and what spoke for the winner."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models import Accepted, Bid, Bidder, Case, Disqualified, Evaluation
from models.explain import Bar
from models.scores import BidScores
from selector.decide.explain.beside import Beside
from selector.decide.letters.markdown import plain, table
from selector.decide.letters.method import method
from selector.verify.words import count, number

_KINDS: Mapping[str, str] = {
    "nhs_csu": "an NHS commissioning support unit",
    "private": "a private firm",
    "voluntary": "a voluntary body",
    "local_authority": "a local authority",
    "in_house": "the staff of a buyer",
    "partnership": "a partnership",
}
_DRAFT = "**DRAFT. Not to be sent before it has been checked.**"
_LAW = (
    "This notice of the award decision is given under regulation 86 of the Public Contracts Regulations 2015 (SI 2015/102)"
    " or, where the procurement began before 26 February 2015, regulation 32 of the Public Contracts Regulations 2006"
    " (SI 2006/5)."
)
_BLANK = "____________ (at the earliest 10 days after this notice is sent by electronic means)"


@dataclass(frozen=True)
class Writer:
    """Writes the letters of one award."""

    case: Case
    beside: Beside
    award: Evaluation
    standstill_ends: date | None
    bars: Mapping[str, tuple[Bar, ...]]
    """By bid: rules that keep it from winning."""

    def letter(self, bidder: Bidder, lost: Sequence[Bid]) -> str:
        """The letter to a bidder about its bids for lots that others have won, as Markdown."""
        lots = [row.lot for row in self.award.awards if row.bidder != bidder.id]
        lots = [name for name in lots if any(name in bid.lots for bid in lost)]
        services = list(dict.fromkeys(self.beside.lots[name].service for name in lots))
        lines = [
            _DRAFT,
            "",
            f"To: {plain(bidder.name)}",
            "",
            f"# {plain(self.case.name)}: notice of the award decision",
            "",
            _LAW,
            "",
            f"Thank you for your bids. Others have been chosen for {count(len(lots), 'lot')} that you bid for:",
            "",
            *table(("Lot", "Awarded to"), ((self._lot(name), self._winner(name)) for name in lots)),
            "",
            "## How bids were judged",
            "",
            *method(self.case, services),
            "",
            "## Your bids and those that won",
        ]
        for name in lots:
            lines += ["", *self._on_lot(bidder, name, [bid for bid in lost if name in bid.lots])]
        lines += ["", "## Standstill", "", self._standstill(), "", _CONFIDENTIAL]
        return "\n".join(lines) + "\n"

    def _standstill(self) -> str:
        ends = _BLANK if self.standstill_ends is None else f"{self.standstill_ends:%A} {_day(self.standstill_ends)}"
        return f"No contract will be concluded before the end of the standstill period: midnight at the end of {ends}."

    def _on_lot(self, bidder: Bidder, name: str, bids: Sequence[Bid]) -> Iterator[str]:
        yield f"### {self._lot(name)}"
        yield ""
        yield f"Awarded to {self._winner(name)}."
        winner = self.beside.scores(name, self.beside.winner[name])
        own = [self.beside.scores(name, bid.id) for bid in bids]
        yield ""
        yield from self._scores(name, own, winner)
        for bid in bids:
            yield from self._barred(bidder, bid)
        told = [*self._characteristics(name), *self._advantages(bids, own, winner)]
        if told:
            yield ""
            yield "Characteristics and relative advantages of the winning bid:"
            yield ""
            yield from (f"- {each}" for each in told)

    def _scores(self, name: str, own: Sequence[BidScores], winner: BidScores) -> Iterator[str]:
        """The scores of the reader's bids and of the winner's: quality alone, for a price score would tell a price."""
        criteria = {each.criterion: each.name for each in self.beside.lots[name].criteria}
        one = len(own) == 1
        heading = ("Points out of 100", *("You" if one else f"Your bid {plain(each.bid)}" for each in own), "Winner")
        of_winner = {each.criterion: each.points for each in winner.criteria}
        rows = []
        for at, criterion in enumerate(criteria):
            points = of_winner.get(criterion)
            rows.append(
                (
                    plain(criteria[criterion]),
                    *(number(round(each.criteria[at].points, 3)) for each in own),
                    "stated as a whole" if points is None else number(round(points, 3)),
                )
            )
        rows.append(("Quality in all", *(number(each.quality) for each in own), number(winner.quality)))
        return iter(table(heading, rows))

    def _barred(self, bidder: Bidder, bid: Bid) -> Iterator[str]:
        """What kept a bid from being chosen, where that was a rule."""
        barred = self._disqualified.get(bid.id)
        told = [] if barred is None else [each.sentence for each in barred.reasons]
        # A rule may be about others, whom this letter does not name.
        told += [each.sentence for each in self.bars.get(bid.id, ()) if not self._names_others(bidder, each)]
        if barred is not None:
            yield ""
            yield f"Your bid {plain(bid.id)} could not be chosen: {' '.join(map(plain, told))}"
        elif self.bars.get(bid.id):
            yield ""
            why = f": {' '.join(map(plain, told))}" if told else "."
            yield f"Your bid {plain(bid.id)} could not be chosen together with the limits and rules of this award{why}"

    def _names_others(self, bidder: Bidder, bar: Bar) -> bool:
        text = f"{bar.rule} {bar.sentence}"
        mine = {bidder.id, *(each.bidder for each in bidder.partners)}
        others = [each for each in self.case.bidders if each.id not in mine]
        bids = (bid.id for bid in self.case.bids if bid.bidder not in mine)
        return any(each.id in text or each.name in text for each in others) or any(each in text for each in bids)

    @cached_property
    def _disqualified(self) -> Mapping[str, Disqualified]:
        return {each.bid: each for each in self.award.disqualified}

    def _characteristics(self, name: str) -> Iterator[str]:
        row = self._row[name]
        bidder = self._bidders.get(row.bidder)
        if bidder is None:
            yield "It is done by the buyer itself."
            if row.bid in self._picked:
                yield "It was picked by hand."
            return
        yield f"It is made by {_KINDS[bidder.kind]}{'' if bidder.is_nhs or bidder.kind == 'nhs_csu' else ', outside the NHS family'}."
        lots = sum(each.bid == row.bid for each in self.award.awards)
        if lots > 1:
            yield f"It is a package of {lots:,} lots, chosen as a whole."
        if row.bid in self._picked:
            yield "It was picked by hand."
        if self._incumbent.get(name) == row.bidder:
            yield "Its bidder provides the service today, so that nothing changes hands."

    def _advantages(self, bids: Sequence[Bid], own: Sequence[BidScores], winner: BidScores) -> Iterator[str]:
        """What the winner is better at, beside the best of the reader's bids; of money not how much, and once a lot."""
        best = max(own, key=lambda each: each.quality)
        apart = winner.quality - best.quality
        if apart > 0:
            yield f"Its quality is {number(apart)} points higher than yours."
        elif apart < 0:
            yield f"Your quality is {number(-apart)} points higher than that of the winning bid."
        better = [
            each
            for each, its in zip(best.criteria, winner.criteria, strict=False)
            if each.criterion == its.criterion and its.points > each.points
        ]
        if better:
            yield f"It scores higher on {', '.join(plain(self._criteria[each.criterion]) for each in better)}."
        # Shares of packages are no prices that anybody has asked.
        if len(self._lots_of_winner(winner.bid)) == 1 and all(len(bid.lots) == 1 for bid in bids):
            if all(winner.cost < each.cost for each in own):
                yield "Over its whole life it costs less."
            if all(winner.liability < each.liability for each in own):
                yield "It puts less at risk in redundancy of staff."

    def _lots_of_winner(self, bid: str) -> list[str]:
        return [row.lot for row in self.award.awards if row.bid == bid]

    @cached_property
    def _row(self) -> Mapping[str, Accepted]:
        return {row.lot: row for row in self.award.awards}

    @cached_property
    def _bidders(self) -> Mapping[str, Bidder]:
        return {bidder.id: bidder for bidder in self.case.bidders}

    @cached_property
    def _picked(self) -> frozenset[str]:
        return frozenset(pick.bid for pick in self.case.picks)

    @cached_property
    def _criteria(self) -> Mapping[str, str]:
        return {each.id: each.name for each in self.case.criteria}

    @cached_property
    def _incumbent(self) -> Mapping[str, str | None]:
        return {lot.id: lot.incumbent for lot in self.case.tendered}

    @cached_property
    def _names(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        buyers = {buyer.id: buyer.name for buyer in self.case.buyers}
        return buyers, {service.id: service.name for service in self.case.services}

    def _lot(self, name: str) -> str:
        buyers, services = self._names
        row = self._row[name]
        return f"{plain(services[row.service])} for {plain(buyers[row.buyer])}"

    def _winner(self, name: str) -> str:
        row = self._row[name]
        bidder = self._bidders.get(row.bidder)
        return f"{plain(self._names[0][row.buyer])} (in-house)" if bidder is None else plain(bidder.name)


_CONFIDENTIAL = (
    "Prices and costs of other bidders are confidential. This letter tells none of them, nor a figure from which one could"
    " be worked out."
)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
