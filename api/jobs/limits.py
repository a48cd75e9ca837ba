"""The limits of a search, as a request states them."""

from typing import Annotated

from pydantic import Field

from models import Case, Options
from models.base import Model
from selector.board import BOARD_SIZE


class Limits(Model):
    """How long to look, and how hard."""

    time_limit: Annotated[
        float | None,
        Field(
            gt=0,
            description="Seconds after which the best award so far is given, at most those the service allows. If left out: those of the case, else those of the service.",
        ),
    ] = None
    gap: Annotated[
        float | None,
        Field(
            ge=0,
            le=1,
            description="Gap at which an award counts as proven, a fraction; 0 is to the penny. If left out: that of the case.",
        ),
    ] = None

    def options(self, case: Case, most_seconds: float) -> Options:
        """The options for a case."""
        seconds = self.time_limit or case.options.time_limit or most_seconds
        return Options(gap=self.gap, time_limit=min(seconds, most_seconds))


class LimitsOfAll(Limits):
    """Those of a question that takes several searches."""

    time_limit: Annotated[
        float | None,
        Field(
            gt=0,
            description="Seconds for all of it, at most those the service allows. If left out: those of the case, else those of the service.",
        ),
    ] = None


class LimitsOfMany(LimitsOfAll):
    """Those of a question that takes many searches, and limits itself above board size."""

    time_limit: Annotated[
        float | None,
        Field(
            gt=0,
            description="Seconds for all of it, at most those the service allows. If left out: those of the case, else those of the service; above board size those that the question sets itself.",
        ),
    ] = None

    def options(self, case: Case, most_seconds: float) -> Options:
        """The options for a case; without a time limit where the question sets one itself."""
        if self.time_limit is None and case.options.time_limit is None and len(case.bids) > BOARD_SIZE:
            return Options(gap=self.gap)
        return super().options(case, most_seconds)
