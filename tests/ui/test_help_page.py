from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from imhtrainer.ui.errors import ErrorDesk
from imhtrainer.ui.help_page import HelpPage
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings_page import SettingsPage
from imhtrainer.ui.style.look import Look


def test_the_log_is_offered_once_something_unforeseen_is_in_it(
    window_look: Look, shown: Callable[[QWidget], None], tmp_path: Path
) -> None:
    desk = ErrorDesk(tmp_path / "errors.log")
    page = HelpPage(window_look, desk.log)
    shown(page)
    assert not page.log.button.isEnabled()
    desk.show(ZeroDivisionError("a widget failed"))
    page.hide()
    page.show()
    assert page.log.button.isEnabled()
    assert "a widget failed" in desk.log.read_text()


def test_the_settings_show_the_log_as_well(
    window_look: Look, services: Services, shown: Callable[[QWidget], None], tmp_path: Path
) -> None:
    log = tmp_path / "errors.log"
    log.write_text("a widget failed")
    page = SettingsPage(window_look, services.settings, tmp_path, log=log)
    shown(page)
    assert page.log is not None
    assert page.log.button.isEnabled()
    assert log.name in page.log.words.text()
