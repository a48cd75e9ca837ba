"""The letters of an award, all together."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.explain import Letter
from models.without import BestAward


class Letters(Model):
    """Drafts of letters to who has lost something."""

    name: Annotated[str, Field(description="Name of the case.")]
    best: Annotated[BestAward, Field(description="The award that they are about.")]
    letters: Annotated[
        tuple[Letter, ...], Field(description="In the order of the case; none where there is no award.")
    ] = ()

    def to_json(self) -> str:
        """The text of it: indented, ending in a newline."""
        return self.model_dump_json(indent=2) + "\n"
