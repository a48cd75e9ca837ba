"""Where each part of a value that was put together came from."""

Path = tuple[str | int, ...]


class Origin:
    """A tree of paths within a value, with the path in the document where what stands there was stated last."""

    __slots__ = ("_parts", "_path")

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._parts: dict[str | int, Origin] | None = None  # there are a great many, and most have none

    def put(self, at: Path, path: Path) -> None:
        """What is at a path of the value came from a path of the document, with all that is below it."""
        node = self
        for part in at:
            if node._parts is None:
                node._parts = {}
            found = node._parts.get(part)
            if found is None:
                found = node._parts[part] = Origin()
            node = found
        node._path = path
        node._parts = None

    def of(self, at: Path) -> Path | None:
        """The path in the document of what is, or would be, at a path of the value; None where nothing of it is known."""
        node, path, rest = self, self._path, at
        for depth, part in enumerate(at, start=1):
            found = None if node._parts is None else node._parts.get(part)
            if found is None:
                break
            node = found
            if node._path is not None:
                path, rest = node._path, at[depth:]
        return None if path is None else path + rest
