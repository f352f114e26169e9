"""The laptop's network adapters to choose from, the likeliest for phones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from imhtrainer.ui.widgets.frames import column
from imhtrainer.ui.widgets.words import label

if TYPE_CHECKING:
    from imhtrainer.room.adapters import Adapter


class AdapterList(QWidget):
    """One choice of several; ``chosen`` carries the adapter a person pressed."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Adapter, ...] = ()
        self.setAccessibleName(self.tr("Network adapter"))
        self.choices: tuple[QRadioButton, ...] = ()
        self.empty = label(
            self.tr("This laptop is in no network. Join the room’s Wi-Fi, then look again."),
            "soft",
            wrap=True,
        )
        self._list: QVBoxLayout = column(self, spacing=2)
        self._list.addWidget(self.empty)

    def show_adapters(self, adapters: tuple[Adapter, ...], at: Adapter | None) -> None:
        """Show the adapters that are up, and which one phones are served at."""
        up = tuple(adapter for adapter in adapters if adapter.up)
        self.empty.setVisible(not up)
        if up != self._shown:
            self._shown = up
            self._fill(up)
        for choice, adapter in zip(self.choices, up, strict=True):
            choice.setChecked(adapter == at)

    def _fill(self, adapters: tuple[Adapter, ...]) -> None:
        for choice in self.choices:
            choice.hide()
            choice.deleteLater()
        self.choices = tuple(QRadioButton(self._words(adapter)) for adapter in adapters)
        for choice, adapter in zip(self.choices, adapters, strict=True):
            choice.setMinimumHeight(34)
            choice.clicked.connect(lambda _on=False, of=adapter: self.chosen.emit(of))
            self._list.addWidget(choice)

    def _words(self, adapter: Adapter) -> str:
        kind = {
            "wifi": self.tr("Wi-Fi"),
            "ethernet": self.tr("Cable"),
            "hotspot": self.tr("This laptop’s hotspot"),
            "virtual": self.tr("VPN or virtual; phones hardly reach it"),
            "other": self.tr("Other"),
        }[adapter.kind]
        words = f"{kind} · {adapter.address} · {adapter.name}"
        if adapter.link_local:
            return self.tr("{0} (no router answered)").format(words)
        return words
