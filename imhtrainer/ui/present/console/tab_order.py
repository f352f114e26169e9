"""What Tab reaches on the console, and what a click leaves to the slides."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from imhtrainer.ui.present.round.card import RoundCard


def leave_keys_to_slides(page: QWidget) -> None:
    """A clicked button must not take Space from the slides; Tab still reaches every one."""
    for button in page.findChildren(QPushButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def order_choices(card: RoundCard) -> None:
    """Tab reaches the choices where they are read: behind the round's menu."""
    before: QWidget = card.more
    for choice in card.rows:
        for button in (choice.hands.minus, choice.hands.plus):
            QWidget.setTabOrder(before, button)
            before = button
