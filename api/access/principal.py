"""Who asks."""

from dataclasses import dataclass

from api.store.scopes import Scope


@dataclass(frozen=True)
class Principal:
    """A tenant, and what may be done in its name."""

    tenant: str
    """Id of the tenant."""
    actor: str
    """Who it is, as the audit log names it: ``key:ID``, ``token:SUBJECT`` or ``local``."""
    scopes: frozenset[Scope]

    def may(self, scope: Scope) -> bool:
        """Whether it has a scope."""
        return scope in self.scopes
