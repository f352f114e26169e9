"""Open Badges: a file for each certificate, in the session's folder, when they are asked for."""

import json
from collections.abc import Callable

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
