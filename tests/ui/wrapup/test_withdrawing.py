"""Correcting and revoking what was issued, where it is looked at."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from imhtrainer.domain.session.commands import ChangeDetails
from imhtrainer.services.check_page import LIST
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.wrapup.issue import foot
from imhtrainer.ui.wrapup.issue.entries import Entry
from imhtrainer.ui.wrapup.issue.overlay import IssueOverlay
from imhtrainer.ui.wrapup.page import WrapUpPage
from imhtrainer.ui.wrapup.row_editors import ReasonEditor
from imhtrainer.ui.wrapup.standing_model import ACTION
from tests.ui.conftest import StandingClock


def opened(page: WrapUpPage, qtbot: QtBot) -> IssueOverlay:
    """The sheet after everybody's certificate was issued, at the first issued one."""
    page.certificates.issue_button.click()
    overlay = page.overlay
    assert overlay is not None
    overlay.sheet.foot.issue_button.click()
    ends = (foot.DONE, foot.STOPPED)
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() in ends, timeout=20_000)
    rows = overlay.sheet.model.rows
    first = next(n for n, row in enumerate(rows) if isinstance(row, Entry) and row.issued)
    overlay.sheet.list.setCurrentIndex(overlay.sheet.model.index(first, 0))
    return overlay


def test_a_correction_says_what_it_means_and_wants_a_reason(page: WrapUpPage, qtbot: QtBot) -> None:
    overlay = opened(page, qtbot)
    stage = overlay.sheet.stage
    stage.correct_button.click()
    assert "Revision B takes this one’s place" in stage.withdrawing.meaning.text()
    stage.withdrawing.name.setText("Ana Lucía Fuentes")
    stage.withdrawing.do_button.click()
    qtbot.waitUntil(lambda: "three words" in stage.withdrawing.said.text())
    stage.withdrawing.reason.setText("Second name was missing")
    stage.withdrawing.do_button.click()
    qtbot.waitUntil(lambda: bool(page.desk.state.withdrawn))
    state = page.desk.state
    (fresh,) = (c for c in state.certificates if c.name == "Ana Lucía Fuentes")
    assert fresh.revision == "B"
    assert any(person.name == "Ana Lucía Fuentes" for person in state.roster)
    assert stage.verdict.text() == f"Issued as {fresh.serial}, revision B."
    listed = page.file_desk.folder / LIST
    qtbot.waitUntil(lambda: fresh.serial in listed.read_text("utf-8"))


def test_a_revocation_is_told_in_the_list_with_its_reason(page: WrapUpPage, qtbot: QtBot) -> None:
    overlay = opened(page, qtbot)
    sheet, stage = overlay.sheet, overlay.sheet.stage
    entry = sheet.entry
    assert entry is not None
    before = len(page.desk.state.certificates)
    stage.revoke_button.click()
    assert not stage.withdrawing.name.isVisible()
    stage.withdrawing.reason.setText("Left after ten minutes")
    stage.withdrawing.do_button.click()
    assert len(page.desk.state.certificates) == before - 1
    said = f"{before - 1} valid, 1 revoked."
    qtbot.waitUntil(lambda: page.certificates.said.text() == said)
    gone = [r for r in sheet.model.rows if isinstance(r, Entry) and r.withdrawn is not None]
    assert [e.certificate.serial for e in gone] == [entry.certificate.serial]
    assert page.issue_desk.ready() == ()
    sheet.list.setCurrentIndex(sheet.model.index(len(sheet.model.rows) - 1, 0))
    assert "was revoked on" in stage.verdict.text()
    assert stage.question.text() == "Reason: Left after ten minutes"
    assert not stage.revoke_button.isVisible()


def test_who_issued_for_everybody_still_finds_the_way_to_correct_and_revoke(
    page: WrapUpPage, qtbot: QtBot
) -> None:
    overlay = opened(page, qtbot)
    overlay.hide()
    page.refresh()
    assert page.certificates.issue_button.isHidden()
    assert page.certificates.look_button.isVisible()
    page.certificates.look_button.click()
    assert page.overlay is not None
    assert page.overlay.sheet.stage.revoke_button.isVisible()


def test_escape_leaves_a_certificate_as_it_is(page: WrapUpPage, qtbot: QtBot) -> None:
    overlay = opened(page, qtbot)
    stage = overlay.sheet.stage
    stage.revoke_button.click()
    stage.withdrawing.cancel_button.click()
    assert not stage.editing
    assert page.desk.state.withdrawn == ()


def test_who_counts_no_more_is_not_counted_among_those_to_issue(
    page: WrapUpPage, qtbot: QtBot
) -> None:
    overlay = opened(page, qtbot)
    stage = overlay.sheet.stage
    stage.revoke_button.click()
    stage.withdrawing.reason.setText("Left after ten minutes")
    stage.withdrawing.do_button.click()
    overlay.hide()
    page.look_through()
    assert overlay.sheet.ready() == 0
    assert overlay.sheet.foot.issue_button.isHidden()


def test_a_row_leads_to_the_certificate_the_person_holds_and_to_the_decision_once_it_is_gone(
    page: WrapUpPage, standing_clock: StandingClock, qtbot: QtBot
) -> None:
    overlay = opened(page, qtbot)
    overlay.hide()
    page.refresh()
    held = page.desk.state.certificates[-1]
    index = page.attendance.model.index(page.attendance.model.row_of(held.attendee), ACTION)
    assert index.data() == "Certificate"
    page.attendance.table.acted.emit(held.attendee)
    entry = overlay.sheet.entry
    assert overlay.isVisible()
    assert entry is not None
    assert entry.certificate == held
    overlay.sheet.stage.revoke_button.click()
    overlay.sheet.stage.withdrawing.reason.setText("Left after ten minutes")
    overlay.sheet.stage.withdrawing.do_button.click()
    overlay.hide()
    page.refresh()
    assert index.data() == "Certify again"
    page.attendance.table.acted.emit(held.attendee)
    assert not overlay.isVisible()
    assert page.attendance.editing.editor is not None
    editor = page.attendance.editing.editor
    assert isinstance(editor, ReasonEditor)
    assert "Counts as completed" in editor.field.accessibleName()
    standing_clock.pass_time(minutes=1)
    editor.field.setText("Stayed to the end after all")
    editor.save_button.click()
    ready = [certificate.attendee for certificate in page.issue_desk.ready()]
    assert ready == [held.attendee]


def test_a_correction_says_what_else_it_changes(
    page: WrapUpPage, held: TrainingSession, qtbot: QtBot
) -> None:
    overlay = opened(page, qtbot)
    details = held.state.details
    held.do(ChangeDetails(held.now(), replace(details, venue="Harborlight Hall")))
    overlay.sheet.stage.correct_button.click()
    said = overlay.sheet.stage.withdrawing.meaning.text()
    instead = f" instead of “{details.venue}”" if details.venue else ""
    assert f"place “Harborlight Hall”{instead}" in said


def test_nobody_who_did_not_complete_gets_a_corrected_certificate(
    page: WrapUpPage, qtbot: QtBot
) -> None:
    overlay = opened(page, qtbot)
    entry = overlay.sheet.entry
    assert entry is not None
    person = entry.certificate.attendee
    stay = page.desk.state.presence(person).intervals[0]
    page.desk.correct(person, (replace(stay, end=stay.start + timedelta(minutes=12)),))
    overlay.sheet.stage.correct_button.click()
    assert "did not complete" in overlay.sheet.stage.withdrawing.said.text()
    overlay.sheet.stage.withdrawing.reason.setText("Left after ten minutes")
    overlay.sheet.stage.withdrawing.do_button.click()
    assert page.desk.state.withdrawn == ()


def test_who_was_removed_leads_to_nobody_elses_certificate(
    page: WrapUpPage, held: TrainingSession, qtbot: QtBot
) -> None:
    overlay = opened(page, qtbot)
    overlay.hide()
    gone = held.state.certificates[-1].attendee
    held.purge((gone,), "asked by letter today")
    held.announce()
    page.refresh()
    index = page.attendance.model.index(page.attendance.model.row_of(gone), ACTION)
    assert index.isValid()
    assert index.data() != "Certificate"
    page.look_through(gone)
    assert not overlay.isVisible()
    page.look_through()
    assert overlay.isVisible()
