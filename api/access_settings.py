"""What an operator may set about who is let in, and how much they may ask."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TRUSTWORTHY = r"^(https://|http://(127\.0\.0\.1|localhost)[:/])."
"""Addresses at which nobody on the way can answer: encrypted, or on this machine."""


class AccessSettings(BaseSettings):
    """Limits of keys and tenants, and the issuer of bearer tokens."""

    model_config = SettingsConfigDict(env_prefix="SELECTOR_", frozen=True, extra="forbid", env_ignore_empty=True)

    rate: Annotated[float, Field(ge=0, description="Requests a second of one key, on average; 0 is no limit.")] = 50.0
    burst: Annotated[int, Field(ge=1, description="Requests that one key may send at once.")] = 200
    tenant_rate: Annotated[
        float, Field(ge=0, description="Requests a second of all keys of a tenant, on average; 0 is no limit.")
    ] = 100.0
    tenant_burst: Annotated[int, Field(ge=1, description="Requests that all keys of a tenant may send at once.")] = 400
    guesses: Annotated[
        int,
        Field(
            ge=0, description="Keys that are none which one address may send at once, and one in 3 s; 0 is no limit."
        ),
    ] = 20
    oidc_issuer: Annotated[
        str | None,
        Field(
            pattern=TRUSTWORTHY,
            description="Whose bearer tokens are taken (OpenID Connect); none if left out.",
        ),
    ] = None
    oidc_audience: Annotated[str | None, Field(min_length=1, description="What a token must name as its audience.")] = (
        None
    )
    oidc_jwks: Annotated[
        str | None,
        Field(
            pattern=TRUSTWORTHY,
            description="Where the issuer's keys are; if left out, its discovery document tells.",
        ),
    ] = None
    oidc_tenant_claim: Annotated[str, Field(min_length=1, description="Claim with the id of the tenant.")] = "tenant"
    oidc_scopes_claim: Annotated[
        str, Field(min_length=1, description="Claim with the scopes, a list or apart by spaces.")
    ] = "scope"
    oidc_scope_prefix: Annotated[
        str, Field(description="What stands before read, evaluate and admin in that claim.")
    ] = "selector:"

    @model_validator(mode="after")
    def _whole(self) -> "AccessSettings":
        if self.oidc_issuer is not None and self.oidc_audience is None:
            # A token made for another service of the same issuer would be as good as one made for this.
            raise ValueError("SELECTOR_OIDC_ISSUER needs SELECTOR_OIDC_AUDIENCE beside it")
        return self
