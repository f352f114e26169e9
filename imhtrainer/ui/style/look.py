"""Which colours the windows wear now, light or dark, and how the program puts them on."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from imhtrainer.layout.theme import Theme
from imhtrainer.ui.style.sheet import style_sheet

BASE_STYLE = ("-style", "fusion")
"""Arguments for Qt's application: asking it for its style afterwards builds every enum styles have."""


class Look(QObject):
    """A theme in its light or dark scheme; ``changed`` tells who paints by hand to paint again."""

    changed = Signal()

    def __init__(self, theme: Theme, dark: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dark = dark

    @property
    def theme(self) -> Theme:
        """The theme the colours come from."""
        return self._theme

    @property
    def dark(self) -> bool:
        """Whether the dark scheme is worn."""
        return self._dark

    def set_dark(self, dark: bool) -> None:
        """Change the scheme; ``apply_look`` afterwards puts it on."""
        if dark != self._dark:
            self._dark = dark
            self.changed.emit()

    def hex(self, token: str) -> str:
        """A token's colour as ``"#RRGGBB"``; an unknown token is a ``KeyError``."""
        return (self._theme.dark if self._dark else self._theme.light)[token]

    def color(self, token: str) -> QColor:
        """A token's colour."""
        return QColor(self.hex(token))

    def mixed(self, token: str, other: str, share: float) -> QColor:
        """A token's colour with ``share`` (0 to 1) of another mixed in."""
        one, two = self.color(token), self.color(other)
        return QColor.fromRgbF(
            one.redF() + (two.redF() - one.redF()) * share,
            one.greenF() + (two.greenF() - one.greenF()) * share,
            one.blueF() + (two.blueF() - one.blueF()) * share,
        )


def system_is_dark() -> bool:
    """Whether the system asks programs to be dark."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def wants_dark(scheme: str) -> bool:
    """Whether a setting of ``light``, ``dark`` or ``system`` means dark now."""
    return scheme == "dark" or (scheme == "system" and system_is_dark())


def apply_look(app: QApplication, look: Look) -> None:
    """Dress the whole program: palette, typeface and style sheet over the base style."""
    font = QFont(look.theme.families["window"])
    font.setPixelSize(look.theme.windows["text"])
    app.setFont(font)
    app.setPalette(_palette(look))
    app.setStyleSheet(style_sheet(look.theme, look.dark))


def _palette(look: Look) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, token in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "surface"),
        (role.AlternateBase, "side"),
        (role.Text, "ink"),
        (role.PlaceholderText, "ink-soft"),
        (role.Button, "paper"),
        (role.ButtonText, "ink"),
        (role.Highlight, "lagoon"),
        (role.HighlightedText, "on-lagoon"),
        (role.Link, "lagoon"),
        (role.Shadow, "shadow"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "paper"),
    ):
        palette.setColor(name, look.color(token))
    for name in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, look.mixed("ink-soft", "paper", 0.12))
    return palette
