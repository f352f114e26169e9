"""The facts about to be fixed, and in which form the certificates come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from imhtrainer.domain.certificate import Certificate
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.frames import column, line, row
from imhtrainer.ui.widgets.words import label
from imhtrainer.ui.wrapup.issue.entries import number_words

_PAPERS = {"letter": "Letter", "a4": "A4"}


class HintedRadio(QRadioButton):
    """One of several forms: its name, and a hint below it."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look, self.hint = look, ""
        look.changed.connect(self.update)

    def show_hint(self, hint: str) -> None:
        """Say what choosing this brings."""
        self.hint = hint
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(200, 48)

    def hitButton(self, _pos: object) -> bool:
        """The words can be pressed as well as the circle."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle, name and hint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(1, 4, 18, 18)
        painter.setPen(
            QPen(self._look.color("lagoon" if self.isChecked() else "edge-control"), 1.2)
        )
        painter.setBrush(self._look.color("surface"))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(QPen(self._look.color("lagoon"), 5.5))
            painter.drawEllipse(circle.adjusted(2.5, 2.5, -2.5, -2.5))
        self._paint_words(painter, 3, self.text(), 15, "ink")
        self._paint_words(painter, 25, self.hint, 13, "ink-soft")

    def _paint_words(self, painter: QPainter, top: int, words: str, size: int, token: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.Medium if size == 15 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        room = QRectF(30, top, self.width() - 30, 20)
        metrics = QFontMetrics(font)
        fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), fitting)


class FactsPane(QWidget):
    """What every certificate of this session says, and what will be written."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.one = HintedRadio(look, self.tr("One PDF to print"))
        self.each = HintedRadio(look, self.tr("One file for each person"))
        self.one.setChecked(True)
        names = (
            self.tr("Contact hours"),
            self.tr("Facilitator"),
            self.tr("Organization"),
            self.tr("Numbers"),
        )
        self.values = tuple(label("", wrap=True) for _ in names)
        self._blocks: list[QWidget] = []
        inside = column(self, spacing=2)
        inside.setContentsMargins(20, 14, 20, 16)
        inside.addWidget(self.one)
        inside.addWidget(self.each)
        inside.addSpacing(8)
        inside.addWidget(line())
        for name, value in zip(names, self.values, strict=True):
            inside.addWidget(self._block(name, value))
        inside.addStretch(1)
        inside.addLayout(self._lock_line(look))

    def show_facts(self, ready: Sequence[Certificate], every: Sequence[Certificate]) -> None:
        """Show what ``ready`` are about to fix; ``every`` counts those issued before too."""
        sample = (ready or every)[0] if ready or every else None
        if sample is None:
            return
        who = ", ".join(part for part in (sample.facilitator, sample.credentials) if part)
        one, many = self.tr("{0}, from {1} minute"), self.tr("{0}, from {1} minutes")
        basis = one if sample.minutes == 1 else many
        hours = basis.format(f"{sample.hours:g}", sample.minutes)
        texts = (hours, who, sample.organisation, number_words(ready))
        for block, value, text in zip(self._blocks, self.values, texts, strict=True):
            value.setText(text)
            block.setVisible(bool(text))
        pages, paper = len(every), _PAPERS[sample.paper]
        hint = self.tr("1 page, {1}") if pages == 1 else self.tr("{0} pages, {1}")
        self.one.show_hint(hint.format(pages, paper))
        self.each.show_hint(self.tr("To send by email"))

    def _block(self, name: str, value: QWidget) -> QWidget:
        made = QWidget()
        inside = column(made, spacing=0)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.addWidget(label(name, "small"))
        inside.addWidget(value)
        self._blocks.append(made)
        return made

    def _lock_line(self, look: Look) -> QHBoxLayout:
        inside = row(spacing=8)
        inside.addWidget(IconLabel(look, "lock", "ink-soft", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr(
            "Issuing fixes these facts. Printed again next year, each certificate stays the same."
        )
        inside.addWidget(label(words, "small", wrap=True), 1)
        return inside
