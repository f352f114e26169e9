"""What is done to the roster, and how it is taken back; every change goes through the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imhtrainer.domain.roster import Attendee, find_attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    ChangeAttendee,
    Command,
    RemoveAttendees,
)

if TYPE_CHECKING:
    from imhtrainer.services.session import TrainingSession
    from imhtrainer.ui.errors import ErrorDesk


@dataclass(frozen=True)
class Undo:
    """How one change is taken back; ``words`` name the change."""

    words: str
    command: Callable[[], Command]


class RosterDesk(QObject):
    """Adds, changes and removes people; ``did`` carries the words of what can be taken back."""

    did = Signal(str)

    def __init__(
        self, session: TrainingSession, errors: ErrorDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._errors = errors
        self._undos: list[Undo] = []

    @property
    def roster(self) -> tuple[Attendee, ...]:
        """Who is on the roster."""
        return self._session.state.roster

    @property
    def confirmed(self) -> frozenset[str]:
        """Who said by phone that the own name is spelled right."""
        state = self._session.state
        return frozenset(p.id for p in state.roster if state.spelling_confirmed(p.id))

    def add(self, people: Sequence[Attendee], source: str = "") -> bool:
        """Put people on the roster at once; taken back as one."""
        session, ids = self._session, tuple(person.id for person in people)
        words = self.tr("{0} added.").format(self._who(people))
        undo = Undo(words, lambda: RemoveAttendees(session.now(), ids))
        return self._do(AddAttendees(session.now(), tuple(people), source), undo)

    def change(self, person: Attendee) -> bool:
        """Correct one person."""
        session, before = self._session, find_attendee(self.roster, person.id)
        if before is None or before == person:
            return False
        words = self.tr("{0} changed.").format(person.name)
        undo = Undo(words, lambda: ChangeAttendee(session.now(), before))
        return self._do(ChangeAttendee(session.now(), person), undo)

    def remove(self, ids: Sequence[str]) -> bool:
        """Take people off the roster."""
        session = self._session
        people = tuple(person for person in self.roster if person.id in set(ids))
        words = self.tr("{0} taken off the roster.").format(self._who(people))
        undo = Undo(words, lambda: AddAttendees(session.now(), people))
        return self._do(RemoveAttendees(session.now(), tuple(p.id for p in people)), undo)

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        if not self._undos:
            return False
        last = self._undos.pop()
        return self._errors.attempt(lambda: self._session.do(last.command()))

    def _do(self, command: Command, undo: Undo) -> bool:
        done = self._errors.attempt(lambda: self._session.do(command))
        if done:
            self._undos.append(undo)
            self.did.emit(undo.words)
        return done

    def _who(self, people: Sequence[Attendee]) -> str:
        if len(people) == 1:
            return people[0].name
        return self.tr("{0} people").format(len(people))
