"""The box into which evaluations fall: kept beside the journal while they come in, in no order that tells whose."""

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from msgspec import DecodeError, ValidationError
from msgspec.json import Decoder, Encoder

from imhtrainer.domain.errors import StoreError
from imhtrainer.domain.evaluation import Evaluation
from imhtrainer.store.faults import store_error
from imhtrainer.store.files import replace_file


class FormBox:
    """One session's forms in one file, sorted by their marks, which are by chance; any thread may use it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._forms: dict[str, Evaluation] | None = None
        self._lock = Lock()

    def forms(self) -> tuple[Evaluation, ...]:
        """All forms in the box; raises StoreError where the file cannot be read."""
        with self._lock:
            return _sorted(self._read())

    def put(self, form: Evaluation) -> None:
        """Put a form in, in the place of the one with the same mark; on disk when this returns."""
        with self._lock:
            forms = {**self._read(), form.mark: form}
            content = Encoder().encode(_sorted(forms))

            def write(stream: BinaryIO) -> None:
                stream.write(content)

            replace_file(self.path, write)
            self._forms = forms

    def empty(self) -> None:
        """Take all forms out, once they are kept elsewhere."""
        with self._lock:
            try:
                self.path.unlink(missing_ok=True)
            except OSError as error:
                raise store_error("empty", self.path, error) from error
            self._forms = {}
            with suppress(OSError):  # other sessions' boxes may stand there
                self.path.parent.rmdir()

    def _read(self) -> dict[str, Evaluation]:
        if self._forms is None:
            self._forms = {form.mark: form for form in self._load()}
        return self._forms

    def _load(self) -> tuple[Evaluation, ...]:
        try:
            return Decoder(tuple[Evaluation, ...]).decode(self.path.read_bytes())
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise store_error("read", self.path, error) from error
        except (DecodeError, ValidationError) as error:
            raise StoreError(
                f"The evaluations from phones in {self.path} cannot be read. Keep a copy of that file, "
                "then take it away to go on."
            ) from error


def _sorted(forms: dict[str, Evaluation]) -> tuple[Evaluation, ...]:
    return tuple(forms[mark] for mark in sorted(forms))
