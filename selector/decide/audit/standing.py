"""What becomes of the scores that an award was chosen by once some bids are withdrawn."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models import Evaluation
from selector.decide.audit.contests import Contest


@dataclass(frozen=True)
class Moved:
    """What withdrawing some bids does to the scores of the others."""

    scores: bool
    """Whether any score changes."""
    overtaken: tuple[str, ...]
    """Lots whose winner then is behind a bid that it was ahead of."""


@dataclass(frozen=True)
class Standing:
    """An award among the bids for its lots, as one objective scores them."""

    contests: Sequence[Contest]
    """None where the objective scores nothing."""
    award: Evaluation
    ids: Sequence[str]
    """Of all bids of the case."""

    def without(self, gone: frozenset[int]) -> Moved:
        """What becomes of the scores without some bids, none of which the award accepts."""
        moved, overtaken = False, []
        for number in sorted({number for bid in gone for number in self._of_bid[bid]}):
            contest = self.contests[number]
            before, after = self._scores[number], contest.scores(gone)
            changed = any(before[bid] != after[bid] for bid in after)
            moved = moved or changed
            winner = self._winner[contest.lot.id]
            if changed and any(before[winner] > before[bid] and after[winner] < after[bid] for bid in after):
                overtaken.append(contest.lot.id)
        return Moved(moved, tuple(overtaken))

    @cached_property
    def _of_bid(self) -> Mapping[int, list[int]]:
        """The contests that each bid is in."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, contest in enumerate(self.contests):
            for bid in contest.bids:
                found[bid].append(number)
        return found

    @cached_property
    def _scores(self) -> Sequence[Mapping[int, int]]:
        return [contest.scores() for contest in self.contests]

    @cached_property
    def _winner(self) -> Mapping[str, int]:
        at = {name: position for position, name in enumerate(self.ids)}
        return {row.lot: at[row.bid] for row in self.award.awards}
