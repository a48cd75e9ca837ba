"""The files of the page, read once: each with its media type and its entity tag."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Self

from api.http.etag import etag

TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    "": "text/plain; charset=utf-8",
}
"""Media types by the end of a name; a licence has none."""


@dataclass(frozen=True)
class File:
    """One file, as it is sent."""

    content: bytes
    media_type: str
    tag: str

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """That of a name and what is in it."""
        return cls(content, TYPES[PurePosixPath(name).suffix], etag(hashlib.sha256(content).hexdigest()))


def page_files() -> Mapping[str, File]:
    """Every file of the page, by its path from the folder in which they are."""
    return {path: File.of(path, found.read_bytes()) for path, found in _below(files("api.page") / "static", "")}


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _below(each, f"{path}{each.name}/")
        else:
            yield f"{path}{each.name}", each
