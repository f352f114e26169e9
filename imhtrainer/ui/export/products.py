"""What can be taken away, as a list of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from imhtrainer.services.takeaway import Product
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.bars import IconLabel
from imhtrainer.ui.widgets.buttons import Button
from imhtrainer.ui.widgets.frames import column, row
from imhtrainer.ui.widgets.words import label


class ProductList(QWidget):
    """One button for each product, one of them down; ``chosen`` tells that another was pressed."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What to export"))
        self._group = QButtonGroup(self)
        self.buttons: dict[Product, Button] = {}
        inside = column(self, spacing=2)
        for product, icon, name, hint in self._told():
            button = _product_button(look, icon, name, hint)
            self.buttons[product] = button
            self._group.addButton(button)
            inside.addWidget(button)
        self._group.buttonToggled.connect(self._hear)

    @property
    def product(self) -> Product:
        """The product that is chosen."""
        down = self._group.checkedButton()
        return next((name for name, each in self.buttons.items() if each is down), "powerpoint")

    def show_product(self, product: Product) -> None:
        """Show which product is chosen."""
        self.buttons[product].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose the one above or below, as in any list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = list(self.buttons.values())
        place = buttons.index(self.buttons[self.product]) + step
        if 0 <= place < len(buttons):
            buttons[place].setChecked(True)
            buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, _button: QWidget, down: bool) -> None:
        if down:
            self.chosen.emit()

    def _told(self) -> tuple[tuple[Product, str, str, str], ...]:
        return (
            (
                "powerpoint",
                "presentation",
                self.tr("PowerPoint deck"),
                self.tr("To edit and present"),
            ),
            ("slides", "file-text", self.tr("Slides as PDF"), self.tr("To read on any screen")),
            ("handout", "layout-grid", self.tr("Handout"), self.tr("Slides on paper, with lines")),
            ("workbook", "pencil", self.tr("Workbook"), self.tr("Key points and room to write")),
            (
                "guide",
                "clipboard-list",
                self.tr("Facilitator guide"),
                self.tr("Notes, times and answers"),
            ),
            ("answers", "list-checks", self.tr("Answer sheets"), self.tr("For who has no phone")),
        )


def _product_button(look: Look, icon: str, name: str, hint: str) -> Button:
    button = Button(look, kind="product", says=f"{name}: {hint}")
    button.setToolTip("")
    button.setCheckable(True)
    inside = row(button, spacing=12)
    inside.setContentsMargins(12, 6, 12, 6)
    inside.addWidget(IconLabel(look, icon, "lagoon"))
    words = column(spacing=0)
    for text, rank in ((name, "name"), (hint, "small")):
        said = label(text, rank)
        said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words.addWidget(said)
    inside.addLayout(words, 1)
    return button
