"""A child that is started ahead of its work, and ended where no work came."""

from types import TracebackType
from typing import Self

from selector.solve.child import Child


class Ahead:
    """A process that starts up while its caller gets ready what it is to do; ended with this context if nobody took it."""

    def __init__(self) -> None:
        self._child: Child | None = None

    def __enter__(self) -> Self:
        self._child = Child()
        return self

    def take(self) -> Child:
        """The child, for whoever is first to ask, and a new one for each that comes later; who takes one ends it."""
        child, self._child = self._child, None
        return Child() if child is None else child

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._child is not None:
            self.take().end()
