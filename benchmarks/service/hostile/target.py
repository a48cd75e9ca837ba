"""What hostile requests are sent at."""

from dataclasses import dataclass

from benchmarks.service.wire import Wire

PATIENCE = 1.0
"""Seconds that the service waits for slow clients in this part, so that they can be seen to be ended."""
BODY_LIMIT = 1 << 20
CONNECTIONS = 150


@dataclass(frozen=True)
class Target:
    """A service with two tenants, each of which has a case, a scenario and a run that waits."""

    port: int
    key: str
    """Of who sends what is hostile."""
    other: str
    """Of who only wants to work."""
    case: bytes
    case_id: str
    other_case_id: str
    run_id: str
    other_run_id: str

    @property
    def authorization(self) -> str:
        """The header that says who sends it."""
        return f"Authorization: Bearer {self.key}"

    def wire(self) -> Wire:
        """A connection of an ordinary client."""
        return Wire(self.port, self.key, timeout=20.0)
