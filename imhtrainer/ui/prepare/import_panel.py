"""The panel beside the roster while a list is imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imhtrainer.domain.roster_import import Columns
from imhtrainer.store.rosters import RosterTable
from imhtrainer.ui.prepare.column_choices import ColumnChoices
from imhtrainer.ui.prepare.importing import OpenImport
from imhtrainer.ui.prepare.rows import ImportCount, count_import
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.fields import Choice
from imhtrainer.ui.widgets.frames import Surface, column, line, row, scrolling
from imhtrainer.ui.widgets.words import ElidedLabel, label
from imhtrainer.ui.wording import say_count

WIDTH = 332
ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "big5", "gb18030", "shift_jis")


class ImportPanel(Surface):
    """Which file, which columns, and what will happen.

    ``mapped`` carries the columns, ``reread`` an encoding and a sheet (either may be None).
    """

    closed = Signal()
    add = Signal()
    mapped = Signal(object)
    reread = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__("plain", "left")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Import"))
        self._look = look
        self._table: RosterTable | None = None
        self._name = ElidedLabel("", "name")
        self._about = ElidedLabel("", "small")
        self.sheet = Choice(look, self.tr("Sheet"))
        self.encoding = Choice(look, self.tr("Letters are written as"))
        self.columns = ColumnChoices(look)
        self.fault = label("", "alarm", wrap=True)
        self._counts = tuple(label("", rank, wrap=True) for rank in ("name", "warn-name", "soft"))
        self.cancel_button = Button(look, self.tr("Cancel"))
        self.add_button = Button(look, self.tr("Add"), "primary")
        self._lay_out()
        self._connect()

    def show_import(self, current: OpenImport) -> None:
        """Show a table that was read, its columns and its count."""
        count = count_import(current.plan, current.answered)
        self.fault.hide()
        self._show_source(current.table)
        self.columns.show_columns(current.table, current.columns)
        self.columns.show()
        self._show_counts(count, current.columns)

    def show_fault(self, path: Path | None, why: str) -> None:
        """Say why a file cannot be read; another encoding can be tried."""
        self._table = None
        self._name.setText(path.name if path else self.tr("Pasted list"))
        self._about.setText(self.tr("Not read"))
        self.fault.setText(why)
        self.fault.show()
        self.columns.hide()
        self.sheet.hide()
        self._offer_encodings("", path is not None and path.suffix.lower() != ".xlsx")
        for words in self._counts:
            words.hide()
        self.add_button.setEnabled(False)
        self.add_button.setText(self.tr("Add"))

    def _show_source(self, table: RosterTable) -> None:
        self._name.setText(table.name)
        rows = say_count(len(table.rows), self.tr("1 row"), self.tr("{0} rows"))
        self._about.setText(f"{table.sheet} · {rows}" if table.sheet else rows)
        if table is self._table:
            return
        self._table = table
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(table.sheets)
        self.sheet.setCurrentText(table.sheet)
        self.sheet.blockSignals(False)
        self.sheet.setVisible(len(table.sheets) > 1)
        self._offer_encodings(table.encoding, _is_doubtful(table.encoding))

    def _offer_encodings(self, current: str, offered: bool) -> None:
        known = [e for e in ENCODINGS if e.replace("-", "") != current.replace("_", "")]
        self.encoding.blockSignals(True)
        self.encoding.clear()
        self.encoding.addItem(
            self.tr("Letters: {0}").format(current) if current else self.tr("Try other letters"),
            "",
        )
        for name in known:
            self.encoding.addItem(self.tr("Letters: {0}").format(name), name)
        self.encoding.blockSignals(False)
        self.encoding.setVisible(offered)

    def _show_counts(self, count: ImportCount, columns: Columns) -> None:
        new, asked, rest = self._counts
        new.setText(self._people(count.new))
        asked.setText(self._asked(count.asked))
        left_out = [self.tr("{0} here already").format(count.here)] if count.here else []
        if count.blank:
            left_out.append(self._blank(count.blank))
        rest.setText(", ".join(left_out))
        for words in self._counts:
            words.setVisible(bool(words.text()))
        self.add_button.setEnabled(count.new > 0)
        self.add_button.setText(self._add_words(count.new))
        self.add_button.setToolTip("" if columns.usable else self.tr("Choose the names’ column"))

    def _people(self, count: int) -> str:
        if count == 0:
            return self.tr("Nobody new")
        return self.tr("1 new person") if count == 1 else self.tr("{0} new people").format(count)

    def _asked(self, count: int) -> str:
        if count == 0:
            return ""
        if count == 1:
            return self.tr("1 waits for your answer")
        return self.tr("{0} wait for your answer").format(count)

    def _blank(self, count: int) -> str:
        if count == 1:
            return self.tr("1 blank row left out")
        return self.tr("{0} blank rows left out").format(count)

    def _add_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Add")
        return self.tr("Add 1 person") if count == 1 else self.tr("Add {0} people").format(count)

    def _lay_out(self) -> None:
        inside = column(self)
        inside.setContentsMargins(20, 24, 20, 20)
        inside.addLayout(self._head())
        inside.addSpacing(12)
        inside.addWidget(self._source())
        middle = QWidget()
        fields = column(middle, spacing=8)
        fields.setContentsMargins(0, 16, 0, 0)
        for widget in (self.sheet, self.encoding, self.fault, self.columns):
            fields.addWidget(widget)
        fields.addSpacing(4)
        fields.addWidget(line())
        fields.addSpacing(4)
        for words in self._counts:
            fields.addWidget(words)
        fields.addStretch(1)
        inside.addWidget(scrolling(middle), 1)
        foot = row(spacing=8)
        foot.setContentsMargins(0, 12, 0, 0)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.add_button, 1)
        inside.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        head = row()
        head.addWidget(label(self.tr("Import"), "heading"), 1)
        close = Button(self._look, kind="icon", icon="x", says=self.tr("Close the import"))
        close.clicked.connect(self.closed)
        head.addWidget(close)
        return head

    def _source(self) -> QWidget:
        made = Surface("source")
        made.setFixedHeight(64)
        words = column(spacing=2)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._about)
        words.addStretch(1)
        inside = row(made, spacing=14)
        inside.setContentsMargins(14, 0, 14, 0)
        inside.addWidget(IconLabel(self._look, "file-spreadsheet", "lagoon", 20))
        inside.addLayout(words, 1)
        return made

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.closed)
        self.add_button.clicked.connect(self.add)
        self.columns.mapped.connect(self.mapped)
        self.sheet.currentTextChanged.connect(lambda name: self.reread.emit(None, name))
        self.encoding.activated.connect(self._choose_encoding)

    def _choose_encoding(self) -> None:
        name = self.encoding.currentData()
        if name:
            self.reread.emit(name, None)


def _is_doubtful(encoding: str) -> bool:
    """Whether another encoding might be the right one; what is valid Unicode is Unicode."""
    return bool(encoding) and not encoding.lower().startswith("utf")
