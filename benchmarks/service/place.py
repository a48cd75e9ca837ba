"""Where a service keeps its data, and the commands of its operator."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.service.postgres import new_database
from models import SelectorError

_CHECKOUT = Path(__file__).resolve().parents[2]
_MINUTE = 60.0
PROGRAM = (sys.executable, "-P", "-m", "selector")


class CommandFailed(SelectorError):
    """A command of the service's operator has failed; the message says which and why."""


@dataclass(frozen=True)
class Place:
    """A folder, and a database in it or on a server."""

    folder: Path
    database: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    """Of the service, by their names without the prefix."""

    @property
    def environment(self) -> dict[str, str]:
        """For processes of the service: nothing that is set for another."""
        others = {name: value for name, value in os.environ.items() if not name.startswith("SELECTOR_")}
        ours = {f"SELECTOR_{name.upper()}": value for name, value in self.settings.items()}
        where = {"SELECTOR_DATA": str(self.folder / "data")}
        if self.database is not None:
            where["SELECTOR_DATABASE"] = self.database
        path = os.pathsep.join(filter(None, (str(_CHECKOUT), *sys.path)))
        return {**others, **ours, **where, "PYTHONPATH": path}

    def command(self, *arguments: str) -> str:
        """What ``selector`` prints, run with some arguments.

        Raises
        ------
        CommandFailed
            if its exit status is not 0.
        """
        ran = subprocess.run(
            [*PROGRAM, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_MINUTE,
            check=False,
        )
        if ran.returncode != 0:
            raise CommandFailed(f"selector {' '.join(arguments)} failed: {ran.stderr.strip()[-500:]}")
        return ran.stdout

    def tenant(self, name: str, queued_limit: int = 1000) -> str:
        """A new tenant: the text of a key to it."""
        self.command("tenants", "create", name, "--id", name, "--queued-limit", str(queued_limit))
        return self.key(name)

    def key(self, tenant: str = "local") -> str:
        """The text of a new key to a tenant."""
        return self.command("keys", "create", "benchmark", "--tenant", tenant, "--scope", "admin").strip()


@contextmanager
def place(server: str | None = None, **settings: str) -> Iterator[Place]:
    """A place for as long as the context lasts: its database in a folder, or a new one of a PostgreSQL server."""
    with TemporaryDirectory(prefix="benchmark-", ignore_cleanup_errors=True) as name:
        if server is None:
            yield Place(Path(name), settings=settings)
            return
        with new_database(server) as url:
            yield Place(Path(name), url, settings)
