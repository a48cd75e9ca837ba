"""The log: a line of JSON for each thing that happened, whichever package tells of it."""

import logging
import re
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor

_SECRET = re.compile(r"(sel_[a-z2-7]{12}_)[a-z2-7]+|(\beyJ[\w-]+\.)[\w-]+\.[\w-]*|(://[^/\s:@]*:)[^/\s@]+(?=@)")


def write_json_lines(stream: TextIO | None = None) -> None:
    """Have everything that is logged written as lines of JSON, to standard error if not elsewhere."""
    known: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = _Lines(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=known,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                without_secrets,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [*(other for other in root.handlers if not isinstance(other, _Lines)), handler]
    logging.getLogger("api").setLevel(logging.INFO)
    # The job engine brings a handler of its own, with another form, unless there is one.
    engine = logging.getLogger("dbos")
    engine.handlers, engine.propagate = [handler], False


class _Lines(logging.StreamHandler[TextIO]):
    """Writes to a stream or, if none was given, to what is standard error by then."""

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__(stream or sys.stderr)
        self._given = stream

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        self.stream = self._given or sys.stderr
        super().emit(record)


def without_secrets(_: object, __: str, event: EventDict) -> EventDict:
    """A processor that blots out what looks like a key, a token or a password, wherever it stands.

    Nothing of ours logs any; an error's text may quote what it was given.
    """
    return {name: _SECRET.sub(_blot, value) if isinstance(value, str) else value for name, value in event.items()}


def _blot(found: re.Match[str]) -> str:
    return f"{found[1] or found[2] or found[3]}…"
