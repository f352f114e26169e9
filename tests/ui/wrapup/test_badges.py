"""Open Badges: a file for each certificate, in the session's folder, when they are asked for."""

import json
from collections.abc import Callable
from dataclasses import replace

from imhtrainer.domain.session.commands import CorrectCertificate
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import BADGES_FOLDER
from imhtrainer.ui.wrapup.page import WrapUpPage

Settle = Callable[[], None]


def test_there_is_nothing_to_make_a_badge_of_before_a_certificate_is_issued(
    page: WrapUpPage,
) -> None:
    assert page.certificates.badges_button.isHidden()


def test_each_certificate_gets_a_badge_in_the_sessions_folder(
    page: WrapUpPage, settle: Settle
) -> None:
    desk = page.issue_desk.certificates
    issued = desk.issue(page.issue_desk.ready())
    page.refresh()
    assert not page.certificates.badges_button.isHidden()
    page.certificates.badges_button.click()
    settle()
    folder = page.file_desk.folder / BADGES_FOLDER
    badges = [path.read_text("utf-8") for path in folder.glob("*.badge.json")]
    assert len(badges) == len(issued)
    assert all(json.loads(badge)["proof"] for badge in badges)
    assert all(any(c.serial in badge for badge in badges) for c in issued)
    assert page.certificates.badges_said.text() == f"{len(issued)} badges saved in Badges."


def test_certificates_of_an_older_version_with_other_fonts_are_told(
    open_page: Callable[..., WrapUpPage], held: TrainingSession, settle: Settle
) -> None:
    first = open_page(held)
    desk = first.issue_desk.certificates
    issued = desk.issue(first.issue_desk.ready())
    settle()
    assert first.certificates.fonts_said.isHidden()
    older = replace(issued[0], fonts="of another year", revision="B", venue="Elsewhere")
    held.do(CorrectCertificate(held.now(), older, "the place was wrong"))
    again = open_page(held)
    settle()
    assert again.certificates.fonts_said.text().startswith("1 certificate was issued with other")
