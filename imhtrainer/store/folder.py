"""The data folder: where journal, settings, pictures and added trainings lie, and who may write there."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path, user_documents_path

from imhtrainer.domain.errors import AlreadyRunning, StoreError
from imhtrainer.store.faults import store_error
from imhtrainer.store.lock import FileLock, take_lock

HOME_VARIABLE = "IMHTRAINER_HOME"
APP_NAME = "IMH Trainer"

_LOCK = "running.lock"


def data_folder() -> Path:
    """``IMHTRAINER_HOME``, or the user's data folder for this program."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser().absolute()
    return user_data_path(APP_NAME, appauthor=False, roaming=False)


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The places under ``path``."""

    path: Path

    @property
    def journal(self) -> Path:
        """The file with everything that happened in all sessions."""
        return self.path / "journal.sqlite"

    @property
    def settings(self) -> Path:
        """The facilitator's settings."""
        return self.path / "settings.json"

    @property
    def pictures(self) -> Path:
        """Signatures and logos, named by their content."""
        return self.path / "pictures"

    @property
    def keys(self) -> Path:
        """The issuer's signing key and the public halves of all that ever signed."""
        return self.path / "keys"

    @property
    def evaluations(self) -> Path:
        """Evaluations from phones while they come in, a file a session."""
        return self.path / "evaluations"

    @property
    def saved_places(self) -> Path:
        """Where files of each session were saved."""
        return self.path / "saved-places.json"

    @property
    def designs(self) -> Path:
        """The certificate templates that issued certificates were printed with, named by their content."""
        return self.path / "designs"

    @property
    def trainings(self) -> Path:
        """Trainings the facilitator added."""
        return self.path / "trainings"

    @property
    def outputs(self) -> Path:
        """Where exports go by default: the user's documents, or beside the data where that was moved."""
        if os.environ.get(HOME_VARIABLE, "").strip():
            return self.path / "outputs"
        return user_documents_path() / APP_NAME

    def prepare(self) -> None:
        """Make the folder; raises StoreError where that is not possible."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise store_error("make the data folder", self.path, error) from error

    def in_use(self) -> bool:
        """Whether a program runs with this folder, as far as can be told."""
        if not (self.path / _LOCK).exists():
            return False
        try:
            self.lock().release()
        except StoreError:
            return True
        return False

    def lock(
        self, instead: str = "Go to its window, or close it before you start again."
    ) -> FileLock:
        """Take the folder for this program; raises AlreadyRunning while another one has it.

        ``instead`` is the sentence that says what to do then.
        """
        self.prepare()
        try:
            lock = take_lock(self.path / _LOCK)
        except OSError as error:
            raise store_error("lock the data folder", self.path, error) from error
        if lock is None:
            raise AlreadyRunning(
                f"IMH Trainer is already running with this data folder ({self.path}). {instead}"
            )
        return lock
