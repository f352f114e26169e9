"""An open import: the table that was read, its columns, what would happen, and the answers given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imhtrainer.domain.errors import Cancelled
from imhtrainer.domain.roster_import import Columns, ImportRow, guess_columns, plan_import
from imhtrainer.store.rosters import RosterTable, read_pasted, read_roster_file
from imhtrainer.ui.prepare.rows import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from imhtrainer.domain.roster import Attendee
    from imhtrainer.ui.tasks import Task, TaskRunner


@dataclass(frozen=True)
class OpenImport:
    """A table on its way to the roster; ``answers`` by its rows."""

    table: RosterTable
    columns: Columns
    plan: tuple[ImportRow, ...] = ()
    answers: tuple[tuple[int, Answer], ...] = ()

    @property
    def answered(self) -> dict[int, Answer]:
        """The answers by row."""
        return dict(self.answers)


class ImportDesk(QObject):
    """Reads and plans imports off the GUI thread.

    ``changed`` tells that ``open_import`` is another one (None when there is none), ``unreadable``
    carries the file (None for a paste) and why it could not be read.
    """

    changed = Signal()
    unreadable = Signal(object, str)

    def __init__(
        self,
        runner: TaskRunner,
        roster: Callable[[], tuple[Attendee, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._roster = roster
        self._task: Task | None = None
        self._turn = 0
        self._path: Path | None = None
        self.open_import: OpenImport | None = None

    @property
    def path(self) -> Path | None:
        """The file that is imported; None for a paste."""
        return self._path

    def read_file(self, path: Path, encoding: str | None = None, sheet: str | None = None) -> None:
        """Read a file and show what it would bring."""
        self._path = path
        self._read(lambda: read_roster_file(path, encoding, sheet))

    def read_pasted(self, text: str) -> None:
        """Read pasted text and show what it would bring."""
        self._path = None
        self._read(lambda: read_pasted(text))

    def set_columns(self, columns: Columns) -> None:
        """Read the same table with other columns."""
        if self.open_import is not None and columns != self.open_import.columns:
            self.open_import = replace(self.open_import, columns=columns, answers=())
            self.plan_again()

    def answer(self, row: int, answer: Answer) -> None:
        """Answer whether an asked person is the one on the roster."""
        if self.open_import is not None:
            answers = {**self.open_import.answered, row: answer}
            self.open_import = replace(self.open_import, answers=tuple(answers.items()))
            self.changed.emit()

    def plan_again(self) -> None:
        """Compare again, after the roster or the columns changed."""
        current = self.open_import
        if current is None:
            return
        roster = self._roster()
        self._start(
            lambda: replace(current, plan=plan_import(current.table.rows, current.columns, roster))
        )

    def close(self) -> None:
        """Forget the import."""
        self._stop()
        self._path, self.open_import = None, None
        self.changed.emit()

    def _read(self, read: Callable[[], RosterTable]) -> None:
        roster = self._roster()

        def work() -> OpenImport:
            table = read()
            columns = guess_columns(table.headers, table.rows)
            return OpenImport(table, columns, plan_import(table.rows, columns, roster))

        self._start(work)

    def _start(self, work: Callable[[], OpenImport]) -> None:
        self._stop()
        turn = self._turn

        def cancellable(progress: Callable[[int, int], None]) -> OpenImport:
            made = work()
            progress(1, 1)
            return made

        self._task = self._runner.start(
            cancellable,
            partial(self._arrive, turn),
            partial(self._fail, turn),
        )

    def _stop(self) -> None:
        """Let what is under way come to nothing."""
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._turn += 1

    def _arrive(self, turn: int, arrived: OpenImport) -> None:
        if turn != self._turn:
            return
        self._task = None
        current = self.open_import
        same = current is not None and current.table is arrived.table
        self.open_import = (
            replace(arrived, answers=current.answers) if same and current else arrived
        )
        self.changed.emit()

    def _fail(self, turn: int, error: BaseException) -> None:
        if turn == self._turn and not isinstance(error, Cancelled):
            self._task = None
            self.open_import = None
            self.unreadable.emit(self._path, str(error))
