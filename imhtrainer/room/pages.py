"""The phone page's files, read once and told with their types and a tag of their content."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
}
"""Kinds of files a page may have; others in the folder are not told."""

DOORS = {"": "index.html", "co": "co/index.html"}
"""Which file stands behind an address that names none: the phones' page, and the co-facilitator's console."""

_PACKED_ALREADY = (".woff2", ".png", ".ico")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file as it is sent; ``packed`` is its gzip form, empty where packing gains nothing."""

    content: bytes
    type: str
    tag: str
    packed: bytes = b""


def read_pages(folder: Path) -> dict[str, PageFile]:
    """All files of a page by their path within the folder, with ``/`` between; none where there is no folder."""
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in TYPES and path.is_file())
    return {path.relative_to(folder).as_posix(): _read(path) for path in found}


def _read(path: Path) -> PageFile:
    content = path.read_bytes()
    tag = hashlib.sha256(content).hexdigest()[:16]
    packed = gzip.compress(content, mtime=0) if path.suffix not in _PACKED_ALREADY else b""
    return PageFile(content, TYPES[path.suffix], tag, packed if len(packed) < len(content) else b"")
