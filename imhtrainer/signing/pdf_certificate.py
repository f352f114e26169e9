"""An organization's own certificate (PKCS #12) for signing PDF files: opened once, its passphrase never kept."""

from pathlib import Path
from pkgutil import resolve_name
from threading import Lock
from typing import TYPE_CHECKING

from imhtrainer.domain.errors import SigningError

if TYPE_CHECKING:  # the library takes a quarter of a second
    from imhtrainer.signing.pades import PdfSigner


class PdfCertificate:
    """Holds the opened certificate while the program runs; any thread may ask."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._opened: tuple[str, PdfSigner] | None = None

    def open(self, path: Path, passphrase: str) -> str:
        """Open the file and return whose certificate it is; raises ``SigningError`` where it does not open."""
        load = resolve_name("imhtrainer.signing.pades:pkcs12_signer")
        signer: PdfSigner = load(path, passphrase)
        with self._lock:
            self._opened = (str(path), signer)
        return signer.subject

    def close(self) -> None:
        """Forget the opened certificate."""
        with self._lock:
            self._opened = None

    def is_open(self, path: str) -> bool:
        """Whether this file was opened since the program began."""
        return self._opened is not None and self._opened[0] == path

    def signer(self, path: str) -> "PdfSigner | None":
        """What signs with the file of the settings; None where none is set.

        Raises ``SigningError`` where its passphrase was not given yet.
        """
        if not path:
            return None
        with self._lock:
            if self._opened is None or self._opened[0] != path:
                raise SigningError(
                    f"The files wait for the passphrase of {Path(path).name}. "
                    "Enter it under Settings, then write them again."
                )
            return self._opened[1]
