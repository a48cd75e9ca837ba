"""How many requests a key and its tenant may send, and an address that guesses keys."""

import math

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

    def check_guesses(self, address: str) -> None:
        """Do nothing, unless an address has sent too many keys that are none.

        Raises
        ------
        Refused
            with 429 if it has.
        """
        if (seconds := self._guesses.wait(address)) > 0:
            raise _too_many("Too many requests without a valid key came from this address.", seconds)

    def count_guess(self, address: str) -> None:
        """Count a key that is none."""
        self._guesses.take(address)


def _too_many(detail: str, seconds: float) -> Refused:
    return Refused(429, detail, headers={"Retry-After": str(math.ceil(seconds))})
