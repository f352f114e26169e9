"""Room and phones in Prepare: allowed or not, where, and whether a phone gets here."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from imhtrainer.room.server import RoomView
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.phones.parts import RoomParts
from imhtrainer.ui.phones.step import PhonesStep
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from tests.ui.phones.quiet_server import VPN, WIFI, QuietServer


@pytest.fixture
def server(session: TrainingSession) -> QuietServer:
    return QuietServer(session)


@pytest.fixture
def step(
    window_look: Look,
    services: Services,
    session: TrainingSession,
    server: QuietServer,
    settle: Callable[[], None],
    shown: Callable[[PhonesStep], None],
) -> Iterator[PhonesStep]:
    parts = RoomParts(lambda _session: server, lambda: (WIFI, VPN))
    link = RoomLink(session, services.settings, services.runner, parts)
    made = PhonesStep(window_look, services, link)
    made.resize(1086, 648)
    shown(made)
    made.open()
    settle()
    yield made
    settle()
    link.close()
    settle()


def test_phones_are_off_until_somebody_allows_them(step: PhonesStep) -> None:
    assert step.refuse.isChecked()
    assert step.state_words() == ("Hands and paper only", True)
    assert step.card.accessibleName().startswith("The join card stands here")
    assert [choice.text() for choice in step.adapters.choices] == [
        "Wi-Fi · 192.168.1.20 · Wi-Fi",
        "VPN or virtual; phones hardly reach it · 10.8.0.2 · tun0",
    ]


def test_allowing_them_shows_the_card_that_the_projector_shows(
    step: PhonesStep, settle: Callable[[], None]
) -> None:
    step.allow.click()
    settle()
    assert step.said.text() == "Open at 192.168.1.20:8765, with the room code 4827."
    assert step.card.accessibleName() == "Answer with your phone"
    assert "192.168.1.20:8765" in step.card.accessibleDescription()
    assert step.state_words() == ("Open, not tried yet", False)


def test_the_wifis_name_and_password_are_kept_and_stand_on_the_card(
    step: PhonesStep, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    step.allow.click()
    settle()
    qtbot.keyClicks(step.wifi, "Guest")
    qtbot.keyClicks(step.password, "dawn 2026")
    qtbot.waitUntil(lambda: services.settings.now.wifi_password == "dawn 2026")
    assert services.settings.now.wifi == "Guest"
    assert "Password: dawn 2026" in step.card.accessibleDescription()


def test_another_adapter_is_taken_by_keyboard(
    step: PhonesStep, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    step.allow.click()
    settle()
    second = step.adapters.choices[1]
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    settle()
    assert "10.8.0.2:8765" in step.card.accessibleDescription()
    assert second.isChecked()


def test_one_phones_proof_is_enough(
    step: PhonesStep, server: QuietServer, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    assert step.proof.said.text() == "Allow phones first."
    step.allow.click()
    settle()
    assert step.proof.said.text() == "Scan the codes with your own phone. Waiting for it…"
    server.say(RoomView("192.168.1.20", 8765, reached="192.168.1.33"))
    qtbot.waitUntil(lambda: "192.168.1.33" in step.proof.said.text())
    assert step.state_words() == ("Phones reach this laptop", True)


def test_without_proof_firewall_and_isolation_are_explained(
    step: PhonesStep, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert all(reason.isHidden() for reason in step.proof.reasons)
    step.proof.set_patience(30)
    step.allow.click()
    settle()
    qtbot.waitUntil(lambda: step.proof.said.text() == "No phone has got here yet.")
    told = " ".join(reason.text() for reason in step.proof.reasons if reason.isVisible())
    assert "firewall" in told
    assert "access point isolation" in told


def test_how_phones_sign_in_is_the_sessions(
    step: PhonesStep, session: TrainingSession, settle: Callable[[], None]
) -> None:
    assert not step.check_in.isEnabled()
    step.allow.click()
    settle()
    step.check_in.buttons["search"].click()
    assert session.state.check_in == "search"
    assert step.check_in.confirm.isVisibleTo(step)
    assert session.state.join_code == "4827"


def test_whether_each_name_is_confirmed_is_the_sessions_too_and_outlives_another_way_in(
    step: PhonesStep, session: TrainingSession, settle: Callable[[], None]
) -> None:
    def now() -> tuple[str, bool]:
        return session.state.check_in, session.state.confirm_names

    step.allow.click()
    settle()
    assert step.check_in.confirm.isHidden()
    step.check_in.buttons["typed"].click()
    step.check_in.confirm.click()
    assert now() == ("typed", True)
    step.check_in.buttons["search"].click()
    assert now() == ("search", True)
    step.check_in.confirm.click()
    assert now() == ("search", False)


def test_answer_sheets_are_saved_in_the_sessions_folder(
    step: PhonesStep, settle: Callable[[], None], services: Services
) -> None:
    assert step.sheets.count.value() == 12
    step.sheets.count.setValue(3)
    step.sheets.save.click()
    settle()
    path = Path(step.sheets.said.text().removeprefix("Saved as "))
    assert path.is_relative_to(services.output_folder)
    assert len(PdfReader(path).pages) == 2
    assert step.sheets.open.isVisible()
