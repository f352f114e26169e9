from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.signing.keys import KeyRing
from imhtrainer.store.settings import SettingsFile
from imhtrainer.ui.key_box import KeyBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.settings_page import SettingsPage
from imhtrainer.ui.style.look import Look


@pytest.fixture
def settings_page(
    window_look: Look, services: Services, shown: Callable[[QWidget], None]
) -> SettingsPage:
    page = SettingsPage(window_look, services.settings, services.data_folder.outputs)
    shown(page)
    return page


def test_what_is_typed_becomes_the_setting_and_lies_on_disk(
    settings_page: SettingsPage, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    qtbot.keyClicks(settings_page.texts["facilitator"], "Marisol Vega")
    qtbot.waitUntil(lambda: services.settings.now.facilitator == "Marisol Vega")
    settle()
    assert SettingsFile(services.data_folder.settings).load().facilitator == "Marisol Vega"


def test_the_scheme_changes_at_once(
    settings_page: SettingsPage, services: Services, qtbot: QtBot
) -> None:
    dark = next(b for b in settings_page.findChildren(QPushButton) if b.text() == "Dark")
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert services.settings.now.scheme == "dark"


def test_who_wants_no_movement_says_so_once(
    settings_page: SettingsPage, services: Services, qtbot: QtBot
) -> None:
    seen = [services.settings.now.motion]
    for _ in range(2):
        qtbot.mouseClick(settings_page.calm, Qt.MouseButton.LeftButton)
        seen.append(services.settings.now.motion)
    assert seen == ["system", "still", "system"]


def test_a_change_made_elsewhere_is_shown(
    settings_page: SettingsPage, services: Services, tmp_path: Path
) -> None:
    services.settings.change(
        replace(services.settings.now, organisation="Center", output_folder=str(tmp_path))
    )
    assert settings_page.texts["organisation"].text() == "Center"
    assert str(tmp_path) in [label.text() for label in settings_page.findChildren(QLabel)]
    assert services.output_folder == tmp_path


def test_the_output_folder_is_the_documents_until_another_is_chosen(services: Services) -> None:
    assert services.output_folder == services.data_folder.outputs


def test_a_provider_is_kept_and_says_what_is_missing(
    qtbot: QtBot, window_look: Look, services: Services
) -> None:
    page = SettingsPage(window_look, services.settings, services.data_folder.outputs)
    qtbot.addWidget(page)
    assert page.provider.said.text() == "Leave this empty if you are no approved provider."
    page.provider.texts["number"].setText("50-12345")
    page.provider.texts["number"].textEdited.emit("50-12345")
    assert "statement is not written down" in page.provider.said.text()
    page.write()
    assert services.settings.now.award.provider.number == "50-12345"


def test_the_keys_mark_a_copy_and_the_way_on_when_it_is_lost(
    qtbot: QtBot, window_look: Look, services: Services, tmp_path: Path
) -> None:
    box = KeyBox(window_look, services.keys, services.runner)
    qtbot.addWidget(box)
    box.refresh()
    qtbot.waitUntil(lambda: "None yet" in box.mark.text())
    first = services.keys.mark()
    box.refresh()
    qtbot.waitUntil(lambda: box.mark.text() == first)
    asked: list[str] = []

    def ask() -> str:
        asked.append(box.passphrase.text())
        return str(tmp_path / "copy.pem")

    box.ask_out = ask
    box.passphrase.setText("short")
    box.export_button.click()
    assert "8 letters" in box.said.text()
    assert asked == []
    box.passphrase.setText("correct horse")
    box.export_button.click()
    qtbot.waitUntil((tmp_path / "copy.pem").exists)
    (services.data_folder.keys / "issuer.pem").unlink()
    lost = KeyBox(window_look, KeyRing(services.data_folder.keys), services.runner)
    qtbot.addWidget(lost)
    lost.refresh()
    qtbot.waitUntil(lambda: "still verify" in lost.said.text())
    assert not lost.anew_button.isHidden()
    lost.ask_in = lambda: str(tmp_path / "copy.pem")
    lost.passphrase.setText("correct horse")
    lost.restore_button.click()
    qtbot.waitUntil(lambda: lost.mark.text() == first)
    assert "Serials" not in lost.said.text()


def test_a_key_from_another_computer_says_where_serials_begin_here(
    qtbot: QtBot, window_look: Look, services: Services, tmp_path: Path
) -> None:
    KeyRing(tmp_path / "elsewhere").export("correct horse", tmp_path / "copy.pem")
    box = KeyBox(window_look, services.keys, services.runner)
    qtbot.addWidget(box)
    box.ask_in = lambda: str(tmp_path / "copy.pem")
    box.passphrase.setText("correct horse")
    box.restore_button.click()
    qtbot.waitUntil(lambda: f"begin at {services.keys.numbers_after + 1}" in box.said.text())
