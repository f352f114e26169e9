"""Certificate designs that something was issued with: kept for good under a name made of their content."""

from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from imhtrainer.store.files import replace_file


class DesignStore:
    """The designs in one folder; a name never changes its design."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, content: bytes) -> str:
        """Keep a design and return its name; raises ``StoreError`` where the disk does not take it."""
        name = sha256(content).hexdigest()[:32]
        path = self.path(name)
        if not (path.is_file() and path.read_bytes() == content):
            replace_file(path, lambda out: _write(out, content))
        return name

    def path(self, name: str) -> Path:
        """The file of a kept design."""
        return self.folder / f"{Path(name).name}.toml"


def _write(out: BinaryIO, content: bytes) -> None:
    out.write(content)
