"""A session's files that were saved before a person's data went: which hold the name, made again or removed."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from imhtrainer.domain.errors import CommandRefused, TrainerError
from imhtrainer.domain.session import SessionState
from imhtrainer.services.session_files import SessionFile, session_folder
from imhtrainer.store.faults import store_error
from imhtrainer.store.saved_places import SavedPlaces

NAMED_IN = (
    SessionFile.SIGN_IN,
    SessionFile.TO_SIGN,
    SessionFile.EXCEL,
    SessionFile.CSV,
    SessionFile.CE_BROKER,
    SessionFile.EVALUATION,
    SessionFile.AUDIT,
    SessionFile.CERTIFICATES,
)
"""Files in which a person's name stands, or may stand in what others wrote."""

Write = Callable[[SessionFile, Path], None]
"""Writes one file anew; raises CommandRefused where there is nothing left to write."""


@dataclass(frozen=True, slots=True)
class SavedFiles:
    """What stands in a session's folder: files about everybody, and the person's own certificates and badges."""

    folder: Path
    shared: tuple[SessionFile, ...] = ()
    own: tuple[Path, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The files' names, as they are told."""
        return (*(kind.value for kind in self.shared), *(path.name for path in self.own))


def find_all_saved(
    places: SavedPlaces, base: Path, state: SessionState, session: str, people: Iterable[str]
) -> tuple[SavedFiles, ...]:
    """What was saved of a session and holds these people's names: under ``base``, and wherever else it was.

    The folder that stands first is where files would go now; there may be nothing in it.
    """
    who = frozenset(people)
    folders = dict.fromkeys((session_folder(base, state, session), *places.folders(session)))
    return tuple(_saved_in(folder, state, who) for folder in folders)


def find_saved(base: Path, state: SessionState, session: str, people: Iterable[str]) -> SavedFiles:
    """What was saved of a session under ``base`` and holds these people's names."""
    return _saved_in(session_folder(base, state, session), state, frozenset(people))


def _saved_in(folder: Path, state: SessionState, who: frozenset[str]) -> SavedFiles:
    withdrawn = (old.certificate for old in state.withdrawn)
    serials = [c.serial for c in (*state.certificates, *withdrawn) if c.attendee in who]
    shared = tuple(kind for kind in NAMED_IN if (folder / kind.value).is_file())
    own = (
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(serial in path.name for serial in serials)
    )
    return SavedFiles(folder, shared, tuple(own))


def renew_saved(saved: SavedFiles, write: Write) -> tuple[str, ...]:
    """Remove the people's own files and make the others again; what could not be done, in sentences.

    A file for which nothing is left to write is removed.
    """
    troubles = [trouble for path in saved.own if (trouble := _remove(path))]
    for kind in saved.shared:
        path = saved.folder / kind.value
        try:
            write(kind, path)
        except CommandRefused:
            troubles.extend(filter(None, (_remove(path),)))
        except TrainerError as error:  # the data are gone already: whatever else fails is told
            troubles.append(str(error))
    for place in {path.parent for path in saved.own} - {saved.folder}:
        with suppress(OSError):  # somebody else's certificates may stand there
            place.rmdir()
    return tuple(troubles)


def _remove(path: Path) -> str:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return str(store_error("remove", path, error))
    return ""
