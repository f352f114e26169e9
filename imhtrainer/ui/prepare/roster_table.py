"""The roster's table: a view that keeps names whole and asks its questions in the row."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from imhtrainer.ui.prepare.roster_delegate import PAD, ROW, RosterDelegate
from imhtrainer.ui.prepare.roster_model import EMAIL, NAME, RosterModel
from imhtrainer.ui.prepare.rows import RosterRow
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.floating_scroller import FloatingScroller
from imhtrainer.ui.widgets.frames import row as row_layout
from imhtrainer.ui.widgets.names import name_height
from imhtrainer.ui.widgets.words import label

_SHARES = (0.316, 0.286, 0.153)
_SHARES_WITHOUT_EMAIL = (0.5, 0.0, 0.2)
HEAD = 38
LEAST_COLUMN = 100
SETTLED = 400
"""Milliseconds after the last move until the columns are told."""


class RosterTable(QTableView):
    """``answered`` carries an import's row and ``same`` or ``two``; ``deleted`` the ids to take off."""

    answered = Signal(int, str)
    deleted = Signal(object)
    arranged = Signal(object)
    """A person has dragged the columns: the shares of the width that names, e-mails and roles have."""

    def __init__(self, look: Look, model: RosterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._people = model
        self._delegate = RosterDelegate(look, self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit_rows)
        self._shares: tuple[float, ...] = _SHARES
        self._sharing = False
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._rest.timeout.connect(lambda: self.arranged.emit(self._shares))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Roster"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self._set_headers()
        self._scroller = FloatingScroller(self)
        model.modelReset.connect(self._fit_rows)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the cell, Delete takes the chosen people off."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            chosen = self.chosen()
            if chosen:
                self.deleted.emit(chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen people who are on the roster."""
        rows = (self._people.rows[i.row()] for i in self.selectionModel().selectedRows())
        return tuple(r.attendee.id for r in rows if r.standing in ("on", "here"))

    def show_person(self, attendee_id: str, column: int = NAME) -> None:
        """Bring a person's row into view and choose it."""
        row = self._people.row_of(attendee_id)
        if row >= 0:
            self.setCurrentIndex(self._people.index(row, column))
            self.scrollTo(self._people.index(row, column))

    def fold_email(self, folded: bool) -> None:
        """Give the e-mails' room to the names while the panel needs the width."""
        if folded != self.isColumnHidden(EMAIL):
            self.setColumnHidden(EMAIL, folded)
            self._share_width()
            self._later.start()

    def show_question(self) -> None:
        """Bring the first asked person into view."""
        for index, row in enumerate(self._people.rows):
            if row.standing == "question":
                self.scrollTo(self._people.index(index, NAME))
                return

    def share(self, shares: tuple[float, ...]) -> None:
        """Give the columns these shares of the width, or the drawn ones where there are none."""
        self._shares = shares if len(shares) == len(_SHARES) else _SHARES
        self._share_width()
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._scroller.place()
        self._share_width()
        self._later.start()

    def _set_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFixedHeight(HEAD)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setStretchLastSection(True)
        across.sectionResized.connect(self._dragged)
        across.sectionHandleDoubleClicked.connect(lambda _column: self._stand_as_drawn())
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(LEAST_COLUMN)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(ROW)
        down.setDefaultSectionSize(ROW)

    def _share_width(self) -> None:
        width = self.viewport().width()
        shares = _SHARES_WITHOUT_EMAIL if self.isColumnHidden(EMAIL) else self._shares
        self._sharing = True
        for column, share in enumerate(shares):
            self.setColumnWidth(column, round(width * share))
        self._sharing = False

    def _dragged(self, column: int, _before: int, now: int) -> None:
        """Keep what a hand has done, as far as the columns at the right keep their least width."""
        width = self.viewport().width()
        if self._sharing or now == 0 or column >= len(_SHARES) or self.isColumnHidden(EMAIL):
            return
        taken = sum(self.columnWidth(each) for each in range(len(_SHARES)))
        self._sharing = True
        self.setColumnWidth(column, now - max(taken + LEAST_COLUMN - width, 0))
        self._sharing = False
        self._shares = tuple(self.columnWidth(each) / width for each in range(len(_SHARES)))
        self._later.start()
        self._rest.start()

    def _stand_as_drawn(self) -> None:
        self.share(())
        self._rest.start()

    def _fit_rows(self) -> None:
        """Give long names a second line and asked people their question."""
        self._later.stop()
        ensure_scripts("".join({c for r in self._people.rows for c in r.attendee.name}))
        font = self._delegate.name_font(self.font())
        room = self.columnWidth(NAME) - PAD - 12
        self.clearSpans()
        for index, row in enumerate(self._people.rows):
            self._fit_row(index, row, font, room)

    def _fit_row(self, index: int, row: RosterRow, font: QFont, room: int) -> None:
        if row.standing == "question":
            self.setSpan(index, 0, 1, self._people.columnCount())
            if self.indexWidget(self._people.index(index, 0)) is None:
                self.setIndexWidget(self._people.index(index, 0), self._question(row))
            return
        height = max(ROW, name_height(row.attendee.name, font, room) + 16)
        if height != self.rowHeight(index):
            self.setRowHeight(index, height)

    def _question(self, row: RosterRow) -> QWidget:
        made = QWidget()
        other = row.other.name if row.other is not None else ""
        asked = self.tr("“{0}” is on the roster already. Same person?").format(other)
        inside = row_layout(made, spacing=8)
        inside.setContentsMargins(PAD, 0, 20, 10)
        inside.addWidget(label(asked, "note", wrap=True), 1)
        for words, answer in ((self.tr("Same person"), "same"), (self.tr("Two people"), "two")):
            button = Button(
                self._look, words, size="small", says=f"{words}: {row.attendee.name}, {other}"
            )
            button.clicked.connect(
                lambda _on=False, said=answer, source=row.source: self.answered.emit(source, said)
            )
            inside.addWidget(button)
        return made
