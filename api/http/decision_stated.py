"""A decision, as a request states it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from models.base import Model
from models.quantities import STORABLE_PATTERN, Name, Reason


class DecisionStated(Model):
    """Who decided on an award, and why."""

    by: Annotated[Name, Field(description="Who decided, as the minutes name them.")]
    because: Annotated[Reason, StringConstraints(pattern=STORABLE_PATTERN), Field(description="Why.")]
