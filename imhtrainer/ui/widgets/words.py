"""Labels in the windows' type scale."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from imhtrainer.ui.style.fonts import ensure_scripts, tabular
from imhtrainer.ui.widgets.names import breakable


def label(text: str = "", rank: str = "", *, wrap: bool = False) -> QLabel:
    """A label; ``rank`` is its place in the type scale, ``wrap`` lets it take several lines."""
    made = QLabel(text)
    made.setProperty("rank", rank)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def figure(text: str = "", rank: str = "display", widest: str = "") -> QLabel:
    """A label for digits that change: figures of one width, in a box as wide as ``widest``."""
    made = label(text, rank)
    made.ensurePolished()
    made.setFont(tabular(made.font()))
    if widest:
        made.setMinimumWidth(QFontMetrics(made.font()).horizontalAdvance(widest))
    return made


def person_name(text: str = "", rank: str = "name") -> QLabel:
    """A person's name: it wraps and never loses letters, and stands at the left in any script."""
    ensure_scripts(text)
    made = label(breakable(text), rank, wrap=True)
    made.setAccessibleName(text)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    made.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
    return made


class ElidedLabel(QLabel):
    """One line with an ellipsis where room is short, at its end or as ``elide`` says; the tool tip has it all.

    ``whole`` is what the tool tip says always, where the words are short for something.
    """

    def __init__(
        self,
        text: str = "",
        rank: str = "",
        parent: QWidget | None = None,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent)
        self._elide = elide
        self.setProperty("rank", rank)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:
        """Show other words, which may fit where the last ones did not."""
        super().setText(text)
        self._offer_whole()

    def stand_for(self, whole: str) -> None:
        """Say what the words are short for."""
        self._whole = whole
        self._offer_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip when it does not fit."""
        super().resizeEvent(event)
        self._offer_whole()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another typeface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._offer_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._fitting())

    def _fitting(self) -> str:
        metrics = QFontMetrics(self.font())
        return metrics.elidedText(self.text(), self._elide, self.contentsRect().width())

    def _offer_whole(self) -> None:
        cut = "" if self._fitting() == self.text() else self.text()
        self.setToolTip(self._whole or cut)
