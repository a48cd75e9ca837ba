"""Bearer tokens of an issuer that the operator trusts (OpenID Connect)."""

from dataclasses import dataclass

import jwt
from anyio import CapacityLimiter, to_thread

from api.access.jwks import IssuerAway, Jwks
from api.access.principal import Principal
from api.access_settings import AccessSettings
from api.http.problem import Refused
from api.store import tenants
from api.store.database import Database
from api.store.scopes import SCOPES, Scope

_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Those of a private key only: with a shared secret, our copy of the public key would be one."""

_LEEWAY = 30
_LONGEST = 180
_AT_ONCE = 4  # while the issuer does not answer, these wait for it, and no other request does


@dataclass(frozen=True)
class _Claims:
    subject: str
    tenant: str
    scopes: frozenset[Scope]


class Tokens:
    """The tokens of one issuer."""

    def __init__(self, settings: AccessSettings, issuer: str, database: Database) -> None:
        self._settings = settings
        self._issuer = issuer
        self._database = database
        self._jwks = Jwks(issuer, settings.oidc_jwks)
        self._places = CapacityLimiter(_AT_ONCE)

    @staticmethod
    def of(settings: AccessSettings, database: Database | None) -> "Tokens | None":
        """Those that the settings name; None if they name none, or there are no tenants."""
        if settings.oidc_issuer is None or database is None:
            return None
        return Tokens(settings, settings.oidc_issuer, database)

    async def principal(self, token: str) -> Principal | None:
        """Whose a token is; None if it is not valid.

        Raises
        ------
        Refused
            with 403 if it is, but names no tenant of ours, and with 503 if the issuer's keys cannot be had.
        """
        return await to_thread.run_sync(self._principal, token, limiter=self._places)

    def _principal(self, token: str) -> Principal | None:
        try:
            claims = self._claims(token)
        except jwt.PyJWTError:
            return None
        except IssuerAway:
            raise Refused(
                503, "Tokens cannot be checked at the moment; try again later.", headers={"Retry-After": "30"}
            ) from None
        with self._database.reading() as connection:
            if tenants.find(connection, claims.tenant) is None:
                raise Refused(403, "This is not among what your key or token may do.")
        return Principal(claims.tenant, f"token:{claims.subject}", claims.scopes)

    def _claims(self, token: str) -> _Claims:
        key = self._jwks.key(jwt.get_unverified_header(token).get("kid"))
        if key is None:
            raise jwt.InvalidKeyError("no such key")
        found = jwt.decode(
            token,
            key,
            algorithms=_ALGORITHMS,
            audience=self._settings.oidc_audience,
            issuer=self._issuer,
            leeway=_LEEWAY,
            options={"require": ["exp", "iss", "aud", "sub"]},
        )
        # Both go into the log, the subject into the audit log too.
        subject, tenant = found["sub"], found.get(self._settings.oidc_tenant_claim)
        return _Claims(_plain(subject), _plain(tenant), self._scopes(found.get(self._settings.oidc_scopes_claim)))

    def _scopes(self, claim: object) -> frozenset[Scope]:
        given = claim.split() if isinstance(claim, str) else claim if isinstance(claim, list) else []
        named = [i for i, scope in enumerate(SCOPES) if self._settings.oidc_scope_prefix + scope in given]
        return frozenset(SCOPES[: max(named) + 1]) if named else frozenset()


def _plain(text: object) -> str:
    if not (isinstance(text, str) and 0 < len(text) <= _LONGEST and text.isprintable()):
        raise jwt.InvalidTokenError("no plain subject or tenant")
    return text
