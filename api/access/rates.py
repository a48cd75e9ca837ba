"""How many requests a key and its tenant may send, and an address that guesses keys."""

import math
from dataclasses import dataclass

from api.access.buckets import Buckets
from api.access.principal import Principal
from api.access_settings import AccessSettings
from api.http.problem import Refused

_GUESSES_A_SECOND = 1 / 3


class Rates:
    """The limits of a process. Of its event loop only."""

    def __init__(self, settings: AccessSettings) -> None:
        self._actors = Buckets(settings.rate, settings.burst)
        self._tenants = Buckets(settings.tenant_rate, settings.tenant_burst)
        self._guesses = Buckets(_GUESSES_A_SECOND if settings.guesses else 0, settings.guesses)

    def count(self, principal: Principal) -> None:
        """Count a request.

        Raises
        ------
        Refused
            with 429 if its key, or its tenant, has sent too many.
        """
        seconds = max(self._actors.wait(principal.actor), self._tenants.wait(principal.tenant))
        if seconds > 0:
            raise _too_many("Too many requests at once.", seconds)
        self._actors.take(principal.actor)
        self._tenants.take(principal.tenant)

    def guesses(self, address: str) -> "Guesses":
        """Those of an address."""
        return Guesses(self._guesses, address)


@dataclass(frozen=True)
class Guesses:
    """Keys that are none, sent from an address."""

    _buckets: Buckets
    _address: str

    def check(self) -> None:
        """Do nothing, unless there were too many.

        Raises
        ------
        Refused
            with 429 if there were.
        """
        if (seconds := self._buckets.wait(self._address)) > 0:
            raise _too_many("Too many requests without a valid key came from this address.", seconds)

    def count(self) -> None:
        """Count one."""
        self._buckets.take(self._address)

    def uncount(self) -> None:
        """Count one no more, which is a key after all."""
        self._buckets.give_back(self._address)


def _too_many(detail: str, seconds: float) -> Refused:
    return Refused(429, detail, headers={"Retry-After": str(math.ceil(seconds))})
