"""Opening everything that takes time: journal, trainings, fonts. Reached after the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from imhtrainer.domain.award import CreditRules
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.resources import resource_path, slides_path
from imhtrainer.services.credit_rules import load_credit_rules
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.services.trainings import TrainingLibrary
from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.journal import Journal
from imhtrainer.store.opening import open_journal
from imhtrainer.store.pictures import PictureStore


@dataclass(frozen=True)
class Stores:
    """What was opened; ``kept_aside`` says what became of a journal that could not be read."""

    journal: Journal
    sessions: SessionLibrary
    trainings: TrainingLibrary
    pictures: PictureStore
    keys: KeyRing
    credit_rules: tuple[CreditRules, ...]
    kit: Kit
    kept_aside: tuple[str, Path] | None


def open_stores(folder: DataFolder) -> Stores:
    """Open the data folder's stores; raises StoreError where they can be neither read nor made."""
    opened = open_journal(folder.journal)
    aside = (opened.why, opened.kept_aside) if opened.kept_aside is not None else None
    return Stores(
        journal=opened.journal,
        sessions=SessionLibrary(opened.journal, now),
        trainings=TrainingLibrary(slides_path()),
        pictures=PictureStore(folder.pictures),
        keys=KeyRing(folder.keys),
        credit_rules=load_credit_rules(resource_path("credit-rules")),
        kit=load_kit(),
        kept_aside=aside,
    )


def now() -> datetime:
    """The laptop's time with its zone."""
    return datetime.now().astimezone()
