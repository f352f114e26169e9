"""What the composition root hands to every window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from imhtrainer.signing.pdf_certificate import PdfCertificate
from imhtrainer.store.saved_places import SavedPlaces
from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.phones.parts import RoomParts, room_parts
from imhtrainer.ui.settings import CurrentSettings
from imhtrainer.ui.tasks import TaskRunner

if TYPE_CHECKING:  # the window is painted before the database and the fonts are read
    from imhtrainer.domain.award import CreditRules
    from imhtrainer.layout.kit import Kit
    from imhtrainer.services.sessions import SessionLibrary
    from imhtrainer.services.trainings import TrainingLibrary
    from imhtrainer.signing.keys import KeyRing
    from imhtrainer.store.folder import DataFolder
    from imhtrainer.store.journal import Journal
    from imhtrainer.store.pictures import PictureStore


@dataclass(frozen=True)
class Services:
    """Everything a window may use, built once.

    ``kept_aside`` says in a sentence what became of a journal that could not be read, with its path.
    ``room`` makes the server that phones are served by.
    """

    journal: Journal
    sessions: SessionLibrary
    trainings: TrainingLibrary
    settings: CurrentSettings
    pictures: PictureStore
    keys: KeyRing
    credit_rules: tuple[CreditRules, ...]
    kit: Kit
    runner: TaskRunner
    errors: ErrorDesk
    clock: Callable[[], datetime]
    data_folder: DataFolder
    pdf_certificate: PdfCertificate = field(default_factory=PdfCertificate)
    kept_aside: tuple[str, Path] | None = None
    room: RoomParts = field(default_factory=room_parts)

    @cached_property
    def places(self) -> SavedPlaces:
        """Where files of each session were saved."""
        return SavedPlaces(self.data_folder.saved_places)

    @property
    def output_folder(self) -> Path:
        """Where exports go: the folder of the settings, or the default place."""
        named = self.settings.now.output_folder
        return Path(named) if named else self.data_folder.outputs
