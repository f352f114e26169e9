"""Fields that look and behave alike: text, a choice, a day, a time, a number."""

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from imhtrainer.ui.style.icons import icon_pixmap, paint_icon
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.words import label

FIELD = 36
"""Pixels a field is high."""

_ICON = 18
_ICON_INSET = 27
_INSET = 10
"""Pixels before the words; Qt drops the style sheet's padding in fields without buttons."""

_LABEL_INSET = 4
"""Pixels that Qt leaves free beside the words within their rectangle."""


class Choice(QComboBox):
    """A choice of one; the wheel changes it only while it has the keyboard.

    Words that are too long end in an ellipsis, with the whole in the tool tip.
    """

    def __init__(self, look: Look, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(says)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        _stay_idle(self)
        self.currentTextChanged.connect(lambda _text: self._offer_whole())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field with what fits of its words, and its chevron."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._fitting()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        _paint_end(self, self._look, "chevron-down")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of the words may fit now, or fewer."""
        super().resizeEvent(event)
        self._offer_whole()

    def _fitting(self) -> str:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        whole, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(whole, option, part, self).width() - _LABEL_INSET
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def _offer_whole(self) -> None:
        self.setToolTip("" if self._fitting() == self.currentText() else self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll past an idle field."""
        _wheel(self, event, super().wheelEvent)


class DateField(QDateEdit):
    """A day, typed or picked from a month."""

    def __init__(self, look: Look, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(says)
        _stay_idle(self)
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd, MMMM d, yyyy")
        self._dress_calendar()
        look.changed.connect(self._dress_calendar)

    def _dress_calendar(self) -> None:
        """Give the month our arrows, and weekends the ink of other days."""
        month = self.calendarWidget()
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        ink = QTextCharFormat()
        ink.setForeground(self._look.color("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(day, ink)
        for name, shape in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = month.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(QIcon(icon_pixmap(shape, self._look.color("ink"), _ICON)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its calendar."""
        super().paintEvent(event)
        _paint_end(self, self._look, "calendar")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll past an idle field."""
        _wheel(self, event, super().wheelEvent)


class TimeField(QTimeEdit):
    """A time of day as the system writes it."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        _stay_idle(self)
        # The narrow space some systems put before AM is no letter the field accepts.
        wanted = QLocale.system().timeFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(wanted.replace("\u202f", " "))
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll past an idle field."""
        _wheel(self, event, super().wheelEvent)


class NumberField(QSpinBox):
    """A whole number within bounds, with its unit after it."""

    def __init__(
        self, says: str, least: int, most: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        self.setRange(least, most)
        self.setSuffix(unit)
        _stay_idle(self)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll past an idle field."""
        _wheel(self, event, super().wheelEvent)


class LengthField(QDoubleSpinBox):
    """A length measured on paper in millimetres, to a tenth."""

    def __init__(self, says: str, least: float, most: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(says)
        self.setRange(least, most)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setSuffix(" mm")
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        _stay_idle(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll past an idle field."""
        _wheel(self, event, super().wheelEvent)


class TextField(QLineEdit):
    """A line of text; ``hint`` stands in it while it is empty, ``icon`` at its start."""

    def __init__(
        self, look: Look, says: str, hint: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.setAccessibleName(says)
        self.setPlaceholderText(hint)
        self._action = None
        if icon:
            self._action = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
            self._paint_icon()
            look.changed.connect(self._paint_icon)

    def _paint_icon(self) -> None:
        if self._action is not None:
            self._action.setIcon(QIcon(icon_pixmap(self._icon, self._look.color("ink-soft"), 18)))


def named_field(name: str, field: QWidget | QBoxLayout, hint: str = "") -> QBoxLayout:
    """A field with its name above and a hint below it."""
    inside = column(spacing=5)
    title = label(name, "name")
    inside.addWidget(title)
    if isinstance(field, QWidget):
        title.setBuddy(field)
        inside.addWidget(field)
    else:
        inside.addLayout(field)
    if hint:
        inside.addWidget(label(hint, "small", wrap=True))
    return inside


def _paint_end(field: QWidget, look: Look, name: str) -> None:
    painter = QPainter(field)
    top = (field.height() - _ICON) / 2
    box = QRectF(field.width() - _ICON_INSET, top, _ICON, _ICON)
    paint_icon(painter, name, box, look.color("ink" if field.isEnabled() else "ink-soft"))
    painter.end()


def _stay_idle(field: QWidget) -> None:
    """Qt gives such a field the keyboard as soon as the wheel rolls over it, and the next notch changes it."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _wheel(field: QWidget, event: QWheelEvent, turn: object) -> None:
    if field.hasFocus() and callable(turn):
        turn(event)
    else:
        event.ignore()
