"""What a run is stated as: its kind, its case, and what its kind asks."""

from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from api.jobs.kinds import KINDS
from models.base import Model


class WebhookStated(Model):
    """Where to tell of the end of a run."""

    url: Annotated[str, Field(max_length=2000, description="Where a POST is sent to: https, or http.")]
    secret: Annotated[
        str,
        Field(
            min_length=16,
            max_length=200,
            description="What it is signed with by HMAC-SHA256, as Standard Webhooks has it: `whsec_` and base64, or any text.",
        ),
    ]


_CASE = (Annotated[str, Field(max_length=64, description="Id of the case.")], ...)
_WEBHOOK = (Annotated[WebhookStated | None, Field(description="Who is told of its end; nobody if left out.")], None)


def _model(name: str, asked: type[Model]) -> type[Model]:
    title = "".join(part.capitalize() for part in name.split("_"))
    kind: Any = (Annotated[Literal[name], Field(description="What is asked.")], ...)
    fields: dict[str, Any] = {"kind": kind, "case": _CASE, "webhook": _WEBHOOK}
    return create_model(f"{title}Run", __base__=asked, __doc__=f"A run of the kind {name}.", **fields)


STATED: dict[str, type[Model]] = {name: _model(name, kind.asked) for name, kind in KINDS.items()}
"""What a run is stated as, by its kind."""
