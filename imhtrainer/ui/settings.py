"""The settings as the windows see them: what they are now, and a word when they change."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imhtrainer.ui.tasks import Progress, TaskRunner

if TYPE_CHECKING:
    from imhtrainer.store.settings import Settings, SettingsFile


class CurrentSettings(QObject):
    """The settings of now; a change is told at once and written off the GUI thread."""

    changed = Signal(object)

    def __init__(
        self,
        file: SettingsFile,
        settings: Settings,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._now = settings
        self._runner = runner
        self._writing = Lock()

    @property
    def now(self) -> Settings:
        """The settings as they stand."""
        return self._now

    def change(self, wanted: Settings) -> None:
        """Make these the settings; nothing happens when they are so already."""
        if wanted != self._now:
            self._now = wanted
            self.changed.emit(wanted)
            self._runner.start(self._save)

    def _save(self, _progress: Progress) -> None:
        with self._writing:
            self._file.save(self._now)
