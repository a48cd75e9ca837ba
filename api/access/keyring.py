"""From the text of an API key to whose it is."""

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from weakref import WeakValueDictionary

from anyio import CapacityLimiter, to_thread

from api.access import secret
from api.access.principal import Principal
from api.access.rates import Guesses
from api.store import keys
from api.store.clock import now
from api.store.database import Database
from api.store.keys import Key

_SECONDS_REMEMBERED = 60.0
_MOST_REMEMBERED = 10_000
_HASHES_AT_ONCE = 2


class Keyring:
    """The keys of a database.

    A hash made to be slow is not made anew for each request: a key that was right is remembered for a minute, by its
    digest. Whether it is revoked or has expired is looked up each time.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._right: OrderedDict[tuple[bytes, str], float] = OrderedDict()
        self._lock = threading.Lock()
        self._hashing = CapacityLimiter(_HASHES_AT_ONCE)
        self._checking: WeakValueDictionary[tuple[bytes, str], asyncio.Lock] = WeakValueDictionary()

    async def principal(self, text: str, guesses: Guesses) -> Principal | None:
        """Whose a key is; None if it is no key, or none any more.

        Who guesses keys does not keep out those that are remembered.

        Raises
        ------
        Refused
            with 429 if it is not remembered, and there were too many guesses.
        """
        parts = secret.take_apart(text)
        if parts is None:
            guesses.check()
            guesses.count()
            return None
        key = await to_thread.run_sync(self._find, parts.id)
        remembered = (secret.digest(text), key.hash if key else "")
        # Many requests with one key at once are one guess.
        async with self._checking.setdefault(remembered, asyncio.Lock()):
            if not self._is_remembered(remembered):
                guesses.check()
                guesses.count()  # before it is looked at: many more may come meanwhile
                hashed = key.hash if key else None
                if not await to_thread.run_sync(secret.fits, hashed, parts.secret, limiter=self._hashing):
                    return None
                guesses.uncount()
                self._remember(remembered)
        if key is None or not key.is_valid(now()):
            guesses.count()
            return None
        return Principal(key.tenant_id, f"key:{key.id}", key.scopes)

    def _find(self, key: str) -> Key | None:
        with self._database.reading() as connection:
            return keys.find(connection, key)

    def _is_remembered(self, key: tuple[bytes, str]) -> bool:
        with self._lock:
            at = self._right.get(key)
            return at is not None and self._clock() - at < _SECONDS_REMEMBERED

    def _remember(self, key: tuple[bytes, str]) -> None:
        with self._lock:
            self._right[key] = self._clock()
            self._right.move_to_end(key)
            if len(self._right) > _MOST_REMEMBERED:
                self._right.popitem(last=False)
