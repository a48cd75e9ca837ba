"""The base of every model: frozen, and strict about fields it does not know."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen record. Change one with ``model_copy(update=...)``; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, validate_default=True)
