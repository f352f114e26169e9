"""The session's files: saved, being saved, not saved and why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete

from imhtrainer.domain.award import Provider
from imhtrainer.domain.ink import make_stroke
from imhtrainer.domain.session.commands import (
    ChangeAttendee,
    ChangeDetails,
    DrawStroke,
    EndSession,
    StartSession,
)
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import SessionFile
from imhtrainer.ui.removal import Removal, look_around, renew_files
from imhtrainer.ui.services import Services
from imhtrainer.ui.widgets.file_row import FileRow
from imhtrainer.ui.wrapup.page import WrapUpPage

POWERPOINT, SLIDES, SIGN_IN, ATTENDANCE, RESULTS, EVALUATION, AGENDA, AUDIT = range(8)
Settle = Callable[[], None]


def row(page: WrapUpPage, number: int) -> FileRow:
    return page.files.rows[number]


def test_every_file_is_offered_with_a_word(page: WrapUpPage) -> None:
    said = [(r.said.text(), r.save_button.text()) for r in page.files.rows]
    assert said[SIGN_IN] == ("PDF, with times in and out", "Save")
    assert said[ATTENDANCE] == ("Excel or CSV", "Save")


def test_a_saved_sheet_says_when_and_can_be_opened(page: WrapUpPage, settle: Settle) -> None:
    row(page, SIGN_IN).save_button.click()
    settle()
    sheet = row(page, SIGN_IN)
    assert sheet.said.text().startswith("Saved ")
    assert not sheet.open_button.isHidden()
    assert not sheet.folder_button.isHidden()
    words = PdfReader(page.file_desk.path(SessionFile.SIGN_IN)).pages[0].extract_text()
    assert "Ana Fuentes" in words


def test_the_folder_is_named_by_date_and_training(page: WrapUpPage, services: Services) -> None:
    folder = page.file_desk.folder
    assert folder.parent == services.output_folder
    assert folder.name.startswith("2026-11-21 09.41 Looking together")


def test_files_are_found_where_they_were_saved_whatever_the_plan_or_the_settings_say_since(
    page: WrapUpPage,
    held: TrainingSession,
    services: Services,
    settle: Settle,
    tmp_path: Path,
    open_page: Callable[..., WrapUpPage],
) -> None:
    page.file_desk.move_to(tmp_path / "a stick")
    row(page, SIGN_IN).save_button.click()
    settle()
    folder = page.file_desk.folder
    assert folder.parent == tmp_path / "a stick"
    starts = held.state.details.starts
    assert starts is not None
    later = replace(held.state.details, starts=starts + timedelta(hours=2))
    held.do(ChangeDetails(held.now(), later))
    again = open_page(held)
    assert again.file_desk.folder == folder
    assert row(again, SIGN_IN).said.text().startswith("Saved ")
    ana = next(person.id for person in held.state.roster if person.name == "Ana Fuentes")
    (removal,) = look_around((Removal(held.id, (ana,)),), services)
    assert (removal.names, removal.folders) == (("Sign-in sheet.pdf",), (folder,))


def test_attendance_comes_for_excel_or_as_csv(page: WrapUpPage, settle: Settle) -> None:
    excel, csv = row(page, ATTENDANCE).endings
    assert (excel.text(), csv.text()) == ("Excel", "CSV")
    csv.trigger()
    settle()
    text = page.file_desk.path(SessionFile.CSV).read_text("utf-8-sig")
    assert "Devonte Williams" in text
    assert "20 of 30 min, 27 needed" in text


def test_everything_is_saved_in_one_step(page: WrapUpPage, settle: Settle) -> None:
    page.files.all_button.click()
    settle()
    written = {path.name for path in page.file_desk.folder.iterdir()}
    unwanted = {
        *(SessionFile.CERTIFICATES, SessionFile.CE_BROKER),  # none issued, and no provider
        *(SessionFile.TO_SIGN, SessionFile.EVALUATION_FORM),  # printed before the session
    }
    assert written == {kind.value for kind in SessionFile if kind not in unwanted}
    shown = (r for r in page.files.rows if not r.isHidden())
    assert all(r.said.text().startswith("Saved ") for r in shown)


def test_a_sheet_older_than_the_session_says_so(page: WrapUpPage, settle: Settle) -> None:
    page.file_desk.save_all()
    settle()
    page.desk.sign_out_all()
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    assert row(page, SIGN_IN).said.text() == "Changed since it was saved"
    assert not row(page, SIGN_IN).save_button.isHidden()
    assert row(page, RESULTS).said.text().startswith("Saved ")


def test_files_made_again_without_a_persons_data_are_as_new_as_the_session(
    page: WrapUpPage, held: TrainingSession, services: Services, settle: Settle
) -> None:
    services.journal.flush()
    row(page, SIGN_IN).save_button.click()
    row(page, AUDIT).save_button.click()
    settle()
    ana = next(person.id for person in held.state.roster if person.name == "Ana Fuentes")
    (removal,) = look_around((Removal(held.id, (ana,)),), services)
    held.purge((ana,), "asked by letter today")
    saved = tuple(replace(files, shared=(SessionFile.SIGN_IN,)) for files in removal.saved)
    kept = replace(removal, saved=saved)
    assert renew_files(kept, services) == ()
    held.announce()
    settle()
    QCoreApplication.processEvents()
    assert row(page, SIGN_IN).said.text().startswith("Saved ")
    assert row(page, AUDIT).said.text() == "Changed since it was saved"
    page.file_desk.path(SessionFile.SIGN_IN).unlink()
    page.refresh()
    assert row(page, SIGN_IN).said.text() == "PDF, with times in and out"


def test_a_place_that_refuses_is_named_and_another_can_be_chosen(
    page: WrapUpPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    page.file_desk.move_to(blocked)
    row(page, RESULTS).save_button.click()
    settle()
    said = row(page, RESULTS).said.text()
    assert said == f"Could not write to {blocked}. The old file is untouched."
    good = tmp_path / "stick"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(good))
    row(page, RESULTS).place_button.click()
    settle()
    assert row(page, RESULTS).said.text().startswith("Saved ")
    assert page.file_desk.path(SessionFile.RESULTS).is_relative_to(good)


def test_a_training_that_is_gone_is_said_in_the_row(
    page: WrapUpPage, settle: Settle, trainings_folder: Path
) -> None:
    (trainings_folder / "little" / "deck.md").unlink()
    row(page, POWERPOINT).save_button.click()
    settle()
    assert "deck.md" in row(page, POWERPOINT).said.text()
    assert row(page, POWERPOINT).place_button.isHidden()


def test_cancel_keeps_the_old_file(page: WrapUpPage, settle: Settle, services: Services) -> None:
    out = page.file_desk.path(SessionFile.SLIDES)
    out.parent.mkdir(parents=True)
    out.write_bytes(b"the old file")
    gate = Event()
    blocking = [services.runner.start(lambda _p: gate.wait(20)) for _ in range(2)]
    row(page, SLIDES).save_button.click()
    row(page, SLIDES).cancel_button.click()
    gate.set()
    settle()
    assert len(blocking) == 2
    assert out.read_bytes() == b"the old file"
    assert row(page, SLIDES).save_button.isVisible()


def test_what_was_saved_before_is_found_again(
    open_page: Callable[..., WrapUpPage], page: WrapUpPage, held: TrainingSession, settle: Settle
) -> None:
    row(page, RESULTS).save_button.click()
    settle()
    again = open_page(held)
    assert row(again, RESULTS).said.text().startswith("Saved ")


def test_a_file_is_finished_when_the_page_is_put_away(
    page: WrapUpPage, settle: Settle, services: Services
) -> None:
    said: list[str] = []
    services.errors.raised.connect(lambda sentence, _kind: said.append(sentence))
    out = page.file_desk.path(SessionFile.RESULTS)
    gate = Event()
    for _ in range(2):
        services.runner.start(lambda _p: gate.wait(20))
    row(page, RESULTS).save_button.click()
    page.close()
    delete(page)
    gate.set()
    settle()
    assert out.is_file()
    assert said == []


def test_the_audit_report_says_that_the_record_is_whole(page: WrapUpPage, settle: Settle) -> None:
    row(page, AUDIT).save_button.click()
    settle()
    words = PdfReader(page.file_desk.path(SessionFile.AUDIT)).pages[0].extract_text()
    assert "The record is as it was written" in words


def test_without_a_provider_nothing_speaks_of_credit(page: WrapUpPage) -> None:
    assert page.files.reporting.isHidden()


def test_credit_is_offered_with_its_limit_and_who_was_reported_is_left_out(
    open_page: Callable[..., WrapUpPage], held: TrainingSession, settle: Settle
) -> None:
    provider = Provider("Center", "50-12", "", "Approved.", "2026-01-01", "2026-12-31")
    award = replace(held.state.details.award, provider=provider, number="20-7")
    held.do(ChangeDetails(held.now(), replace(held.state.details, award=award)))
    ana = next(person for person in held.state.roster if person.name == "Ana Fuentes")
    held.do(ChangeAttendee(held.now(), replace(ana, license="MH 12345")))
    page = open_page(held)
    reporting = page.files.reporting
    assert not reporting.isHidden()
    assert page.files.upload.said.text() == "1 person, due Dec 21, 30 days left"
    page.files.upload.save_button.click()
    settle()
    assert page.file_desk.path(SessionFile.CE_BROKER).is_file()
    reporting.done_button.click()
    settle()
    assert [reported.attendee for reported in held.state.reported] == [ana.id]
    assert page.files.upload.isHidden()
    assert reporting.said.text() == "1 reported"


def draw(session: TrainingSession) -> None:
    line = make_stroke("highlighter", "sun", 20, [(100, 100), (400, 120)])
    session.do(DrawStroke(session.now(), 0, 0, line)).result()


def shaded(path: Path) -> bool:
    """Whether something on the first slide is seen through, as a highlighter's line is."""
    resources: Any = PdfReader(path).pages[0]["/Resources"]
    return "/ExtGState" in resources.get_object()


def test_what_was_drawn_can_be_left_out_of_the_slides_as_on_the_export_page(
    open_page: Callable[..., WrapUpPage],
    session: TrainingSession,
    services: Services,
    settle: Settle,
) -> None:
    session.do(StartSession(session.now()))
    draw(session)
    session.do(EndSession(session.now()))
    page = open_page(session)
    assert page.files.drawings.isVisible()
    assert page.files.drawings.isChecked()
    row(page, SLIDES).save_button.click()
    settle()
    assert shaded(page.file_desk.path(SessionFile.SLIDES))
    page.files.drawings.click()
    assert not services.settings.now.export.drawings
    assert row(page, SLIDES).said.text() == "Changed since it was saved"
    row(page, SLIDES).save_button.click()
    settle()
    assert not shaded(page.file_desk.path(SessionFile.SLIDES))
    now = services.settings.now
    services.settings.change(replace(now, export=replace(now.export, drawings=True)))
    assert page.files.drawings.isChecked()


def test_where_nothing_was_drawn_nothing_is_asked(page: WrapUpPage) -> None:
    assert not page.files.drawings.isVisible()
