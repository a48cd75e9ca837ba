"""A request that the service has refused."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from models import SelectorError

_MOST_TOLD = 20


class Fault(BaseModel):
    """One thing that is wrong: in the body at ``pointer``, in a cell of what was sent, or in the query."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    detail: str
    pointer: str | None = None
    parameter: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        place = " ".join(filter(None, (self.sheet, self.cell))) or self.pointer or self.parameter
        return f"{place}: {self.detail}" if place else self.detail


class ServiceProblem(SelectorError, RuntimeError):
    """The service has refused a request, as RFC 9457 has it; the message says why."""

    def __init__(self, status: int, document: dict[str, Any], retry_after: float | None = None) -> None:
        self.status = status
        """The HTTP status."""
        self.detail = str(document.get("detail") or document.get("title") or f"HTTP status {status}")
        self.faults = tuple(Fault.model_validate(each) for each in document.get("errors") or ())
        self.instance = document.get("instance")
        """The request, as the log of the service names it."""
        self.retry_after = retry_after
        """Seconds after which to try again, where the service says so."""
        told = [f"  {fault}" for fault in self.faults[:_MOST_TOLD]]
        more = len(self.faults) - len(told)
        super().__init__("\n".join([f"{status}: {self.detail}", *told, *([f"  and {more:,} more"] if more else [])]))


class RunCancelled(SelectorError, RuntimeError):
    """A run that was waited for was cancelled."""
