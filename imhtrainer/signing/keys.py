"""The issuer's Ed25519 key (RFC 8032): made on first use, readable by its owner only, never thrown away.

The public half of every key that ever signed here is kept beside it, so that a lost key costs nobody a
certificate: what it signed verifies for ever, and a new key signs what comes.

A key that came from another computer has signed serials there that nobody here knows of. So that none is given
twice, serials begin here at a number of their own: one of nine hundred blocks, taken by lot.
"""

import os
import secrets
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from imhtrainer.domain.errors import SigningError
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file

LEAST_PASSPHRASE = 8
"""Letters a passphrase must have."""

BLOCK = 1_000
"""Serials that a block holds at the least."""

_FIRST_BLOCK, _LAST_BLOCK = 100, 998
_KEY_BYTES = 32
_RSA_BITS = 3072


def key_id(public: bytes) -> bytes:
    """The eight bytes by which a seal names its key."""
    return sha256(public).digest()[:8]


def fingerprint(public: bytes) -> str:
    """A public key for reading aloud: ``a1b2 c3d4 e5f6 0718``."""
    digits = key_id(public).hex()
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))


def verifies(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature was made by this key over this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


class KeyRing:
    """The keys in one folder: the one that signs, and all public ones that ever did."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._private = folder / "issuer.pem"
        self._paper = folder / "files.pem"
        self._known = folder / "known"
        self._numbers = folder / "numbers-after"
        self._key: Ed25519PrivateKey | None = None
        self._lock = Lock()

    @property
    def lost(self) -> bool:
        """Whether something was signed here once, and the key that signed is gone."""
        return not self._private.exists() and bool(self.known())

    def key(self) -> Ed25519PrivateKey:
        """The key that signs, made on first use.

        Raises ``SigningError`` for a lost or damaged one: a new key is never made behind anybody's back.
        """
        with self._lock:
            if self._key is None:
                if self.lost:
                    raise SigningError(_LOST)
                self._key = self._read() if self._private.exists() else self._make()
            return self._key

    def public(self) -> bytes:
        """The public half of the key that signs, 32 bytes."""
        return self.key().public_key().public_bytes_raw()

    def mark(self) -> str:
        """The fingerprint of the key that signs; raises as ``key`` does."""
        return fingerprint(self.public())

    def known(self) -> tuple[bytes, ...]:
        """The public halves of all keys that ever signed here; empty before the first."""
        found = []
        for path in sorted(self._known.glob("*.pub")):
            with suppress(OSError, ValueError):
                found.append(bytes.fromhex(path.read_text("ascii")))
        return tuple(key for key in found if len(key) == _KEY_BYTES)

    @property
    def numbers_after(self) -> int:
        """The number above which serials are given here: 0, unless a key came from another computer."""
        try:
            return int(self._numbers.read_text("ascii"))
        except (OSError, ValueError):
            return 0

    def file_key(self) -> rsa.RSAPrivateKey:
        """The key that signs PDF files, made on first use: readers of PDF check RSA, few check Ed25519.

        Nobody needs to keep it: a signed file carries what checks it.
        """
        with self._lock:
            if self._paper.exists():
                with suppress(OSError, ValueError, TypeError, UnsupportedAlgorithm):
                    key = load_pem_private_key(self._paper.read_bytes(), None)
                    if isinstance(key, rsa.RSAPrivateKey):
                        return key
            made = rsa.generate_private_key(65537, _RSA_BITS)
            self._put(self._paper, made)
            return made

    def begin_anew(self) -> None:
        """Make a new key in the place of one that is lost or damaged, which is kept aside."""
        with self._lock:
            self._set_aside()
            self._key = self._make()

    @staticmethod
    def refusal(passphrase: str) -> str:
        """Why no copy is written under a passphrase, in a sentence; empty where one is."""
        if len(passphrase) >= LEAST_PASSPHRASE:
            return ""
        return f"Choose a passphrase of {LEAST_PASSPHRASE} letters or more."

    def export(self, passphrase: str, out: Path) -> None:
        """Write the key to a file that nobody reads without the passphrase (PKCS #8), and only its owner at all."""
        if why := self.refusal(passphrase):
            raise SigningError(why)
        locked = BestAvailableEncryption(passphrase.encode())
        pem = self.key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
        replace_file(out, lambda stream: _write_own(stream, pem))

    def restore(self, path: Path, passphrase: str) -> None:
        """Sign with an exported key from now on; one that never signed here brings serials of their own block.

        Raises ``SigningError`` where it does not open.
        """
        try:
            key = load_pem_private_key(path.read_bytes(), passphrase.encode() or None)
        except OSError as error:
            raise store_error("read", path, error) from error
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise SigningError(
                f"{path.name} does not open with this passphrase. Check both and try again."
            ) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise SigningError(f"{path.name} holds no key of this program. Choose another file.")
        with self._lock:
            if key.public_key().public_bytes_raw() not in self.known():
                self._begin_block()
            self._set_aside()
            self._keep(key)
            self._key = key

    def _begin_block(self) -> None:
        first = BLOCK * (_FIRST_BLOCK + secrets.randbelow(_LAST_BLOCK - _FIRST_BLOCK + 1))
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(self._numbers, lambda stream: _write(stream, str(first).encode("ascii")))

    def _read(self) -> Ed25519PrivateKey:
        try:
            key = load_pem_private_key(self._private.read_bytes(), None)
        except OSError as error:
            raise store_error("read", self._private, error) from error
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise SigningError(_DAMAGED) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise SigningError(_DAMAGED)
        self._remember(key)
        return key

    def _make(self) -> Ed25519PrivateKey:
        key = Ed25519PrivateKey.generate()
        self._keep(key)
        return key

    def _keep(self, key: Ed25519PrivateKey) -> None:
        self._put(self._private, key)
        self._remember(key)

    def _put(self, path: Path, key: Ed25519PrivateKey | rsa.RSAPrivateKey) -> None:
        """Bring a key to the disk; the file is its owner's alone from its first byte on."""
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = path.with_suffix(".part")
            beside.unlink(missing_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(pem)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(path)
        except OSError as error:
            raise store_error("keep the signing key in", self._folder, error) from error

    def _remember(self, key: Ed25519PrivateKey) -> None:
        public = key.public_key().public_bytes_raw()
        path = self._known / f"{key_id(public).hex()}.pub"
        if not path.exists():
            replace_file(path, lambda stream: _write(stream, public.hex().encode("ascii")))

    def _set_aside(self) -> None:
        if self._private.exists():
            number = len(list(self._folder.glob("issuer.pem.old*")))
            with suppress(OSError):
                self._private.rename(self._private.with_name(f"issuer.pem.old{number or ''}"))


_LOST = (
    "The signing key of this computer is gone. Bring it back from your copy under Settings, or begin a new "
    "one there; certificates that were issued still verify."
)
_DAMAGED = (
    "The signing key of this computer is damaged. Bring it back from your copy under Settings, or begin a "
    "new one there; certificates that were issued still verify."
)


def _write(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)


def _write_own(stream: BinaryIO, content: bytes) -> None:
    with suppress(OSError):  # a stick may know no owners
        Path(stream.name).chmod(0o600)
    stream.write(content)
