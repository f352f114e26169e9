"""Looking through certificates, issuing them, and printing the same again."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imhtrainer.layout.page import Page
from imhtrainer.services.session import TrainingSession
from imhtrainer.services.session_files import CERTIFICATES_FOLDER, SessionFile
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.issue import foot
from imhtrainer.ui.wrapup.issue.entries import Entry, Heading, list_rows, verdict_words
from imhtrainer.ui.wrapup.issue.overlay import IssueOverlay
from imhtrainer.ui.wrapup.issue.printing import paint_pages, printer_for
from imhtrainer.ui.wrapup.page import WrapUpPage
from tests.ui.conftest import refusing_disk
from tests.ui.wrapup.holding import LONG

Settle = Callable[[], None]


@pytest.fixture
def overlay(page: WrapUpPage) -> IssueOverlay:
    page.certificates.issue_button.click()
    assert page.overlay is not None
    return page.overlay


def rename(page: WrapUpPage, old: str, new: str) -> None:
    person = next(p for p in page.desk.state.roster if p.name == old)
    page.desk.rename(replace(person, name=new))
    QCoreApplication.processEvents()


def shown_name(overlay: IssueOverlay) -> str:
    entry = overlay.sheet.entry
    assert entry is not None
    return entry.certificate.name


def issue(overlay: IssueOverlay, qtbot: QtBot) -> None:
    overlay.sheet.foot.issue_button.click()
    ends = (foot.DONE, foot.STOPPED)
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() in ends, timeout=20_000)


def hold_up(services: Services, gate: Event) -> None:
    """Keep the slow work that comes after this waiting at the gate."""
    for _ in range(2):
        services.runner.start(lambda _p: gate.wait(20))


def test_the_column_says_how_many_and_which_to_look_at(page: WrapUpPage) -> None:
    assert page.certificates.said.text() == "4 ready, 1 name to look at."
    assert page.certificates.facts.text() == "0.5 contact hours, Letter, one PDF."


def test_the_name_to_look_at_is_first_and_shown(overlay: IssueOverlay) -> None:
    assert shown_name(overlay) == LONG
    assert overlay.sheet.stage.verdict.text() == "This name fits, on two lines at 27 pt."
    page = overlay.sheet.stage.preview.page
    assert page is not None
    assert page.title.startswith(LONG)


def test_nothing_is_issued_by_a_stray_enter(page: WrapUpPage, overlay: IssueOverlay) -> None:
    assert QApplication.focusWidget() is overlay.sheet.list
    QTest.keyClick(overlay.sheet.list, Qt.Key.Key_Return)
    assert page.issue_desk.certificates.issued() == ()
    assert shown_name(overlay) == "Ana Fuentes"


def test_up_and_down_walk_over_headings(overlay: IssueOverlay, qtbot: QtBot) -> None:
    QTest.keyClick(overlay.sheet.list, Qt.Key.Key_Down)
    assert shown_name(overlay) == "Ana Fuentes"
    QTest.keyClick(overlay.sheet.list, Qt.Key.Key_Up)
    assert shown_name(overlay) == LONG


def test_a_name_is_corrected_in_place(overlay: IssueOverlay, qtbot: QtBot) -> None:
    QTest.keyClick(overlay.sheet.list, Qt.Key.Key_E)
    stage = overlay.sheet.stage
    assert QApplication.focusWidget() is stage.field
    stage.field.setText("Rosa Villavicencio")
    QTest.keyClick(stage.field, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert shown_name(overlay) == "Rosa Villavicencio"
    assert stage.verdict.text() == "This name prints as it is."
    assert QApplication.focusWidget() is overlay.sheet.list


def test_an_empty_name_is_refused_where_it_was_written(overlay: IssueOverlay) -> None:
    overlay.sheet.stage.edit_button.click()
    overlay.sheet.stage.field.setText("   ")
    overlay.sheet.stage.save_button.click()
    assert "A person needs a name" in overlay.sheet.stage.said.text()


def test_a_letter_no_font_has_is_left_out_until_it_is_mended(
    page: WrapUpPage, overlay: IssueOverlay
) -> None:
    rename(page, "Zoë Adler", "Zoë 😀 Adler")
    QCoreApplication.processEvents()
    sheet = overlay.sheet
    sheet.foot.show_ready(sheet.ready())
    first = next(row for row in sheet.model.rows if isinstance(row, Entry))
    assert first.certificate.name == "Zoë 😀 Adler"
    assert sheet.foot.issue_button.text() == "Issue 3 certificates"
    sheet.list.setCurrentIndex(sheet.model.index(1, 0))
    assert sheet.stage.verdict.text().startswith("1 letter cannot be printed")
    assert sheet.stage.right_button.isHidden()
    assert sheet.stage.preview.page is None


def test_issuing_writes_one_pdf_by_name(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot
) -> None:
    assert overlay.sheet.facts.values[3].text() == "IMH-2026-000001 to 000004"
    issue(overlay, qtbot)
    assert overlay.sheet.foot.said.text() == "4 certificates saved"
    pages = PdfReader(page.file_desk.path(SessionFile.CERTIFICATES)).pages
    assert len(pages) == 4
    assert "Ana Fuentes" in pages[0].extract_text()
    assert {c.serial[:15] for c in page.desk.state.certificates} == {
        f"IMH-2026-{number:06d}" for number in range(1, 5)
    }


def test_one_file_for_each_person(page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot) -> None:
    overlay.sheet.facts.each.click()
    issue(overlay, qtbot)
    folder = page.file_desk.folder / CERTIFICATES_FOLDER
    assert len(list(folder.glob("*.pdf"))) == 4
    assert overlay.sheet.foot.open_button.isHidden()


def test_issued_ones_are_shown_as_issued_and_late_ones_can_follow(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot
) -> None:
    issue(overlay, qtbot)
    overlay.sheet.foot.done_button.click()
    assert not overlay.isVisible()
    assert page.certificates.said.text() == "4 issued."
    assert page.certificates.issue_button.isHidden()
    assert not page.certificates.print_button.isHidden()
    page.desk.sign_out_all()
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    assert page.certificates.said.text() == "4 issued, 1 ready."
    page.certificates.issue_button.click()
    assert shown_name(overlay) == "Gabriel Montoya"
    issue(overlay, qtbot)
    assert len(PdfReader(page.file_desk.path(SessionFile.CERTIFICATES)).pages) == 5


def test_printing_again_gives_the_same_bytes_after_a_correction(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot
) -> None:
    issue(overlay, qtbot)
    pdf = page.file_desk.path(SessionFile.CERTIFICATES)
    first = pdf.read_bytes()
    rename(page, "Ana Fuentes", "Somebody Else")
    pdf.unlink()
    overlay.write_again()
    ends = (foot.DONE, foot.STOPPED)
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() in ends, timeout=20_000)
    assert pdf.read_bytes() == first


def test_a_place_that_refuses_leaves_the_facts_fixed_and_says_so(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    page.file_desk.move_to(blocked)
    issue(overlay, qtbot)
    assert overlay.sheet.foot.why.text().startswith(f"Could not write to {blocked}")
    assert len(page.desk.state.certificates) == 4
    page.file_desk.move_to(tmp_path / "good")
    overlay.sheet.foot.again_button.click()
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() == foot.DONE, timeout=20_000)


def test_cancel_leaves_no_half_file(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot, services: Services, held: TrainingSession
) -> None:
    gate = Event()
    once_issued = held.watch(lambda _state, _events: hold_up(services, gate))
    overlay.sheet.foot.issue_button.click()
    qtbot.waitUntil(lambda: len(page.desk.state.certificates) == 4, timeout=20_000)
    once_issued()
    overlay.sheet.foot.stop_button.click()
    gate.set()
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() == foot.STOPPED, timeout=20_000)
    assert overlay.sheet.foot.why.text() == "4 certificates are issued. No file was written."
    assert not page.file_desk.path(SessionFile.CERTIFICATES).exists()


def test_cancel_before_the_facts_are_fixed_issues_nothing(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot, services: Services
) -> None:
    gate = Event()
    hold_up(services, gate)
    overlay.sheet.foot.issue_button.click()
    overlay.sheet.foot.stop_button.click()
    gate.set()
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() == foot.STOPPED, timeout=20_000)
    assert page.desk.state.certificates == ()


def test_a_slow_disk_does_not_hold_up_the_window(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot, services: Services
) -> None:
    with closing(sqlite3.connect(services.journal.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        overlay.sheet.foot.issue_button.click()
        overlay.refresh()
        page.refresh()
        qtbot.wait(50)
        assert page.desk.state.certificates == ()
        assert overlay.sheet.foot.currentIndex() == foot.WORKING
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: overlay.sheet.foot.currentIndex() == foot.DONE, timeout=20_000)


def test_going_away_while_certificates_are_written_is_no_error(
    page: WrapUpPage,
    overlay: IssueOverlay,
    services: Services,
    settle: Callable[[], None],
    qtbot: QtBot,
) -> None:
    raised: list[str] = []
    services.errors.raised.connect(lambda words, _kind: raised.append(words))
    gate = Event()
    hold_up(services, gate)
    overlay.issuing.write(each=False)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    settle()
    assert raised == []


def test_a_test_page_goes_to_the_printer_without_issuing(
    page: WrapUpPage, window_look: Look, services: Services
) -> None:
    sent: list[Sequence[Page]] = []

    def printer(pages: Sequence[Page], _title: str, _parent: QWidget) -> bool:
        sent.append(pages)
        return True

    made = IssueOverlay(
        window_look, page.window(), page.issue_desk, page.file_desk, services, printer
    )
    made.open()
    made.sheet.foot.test_button.click()
    made.hide()
    assert [p.title.split(",")[0] for p in sent[0]] == [LONG]
    assert page.desk.state.certificates == ()


def test_the_printer_gets_every_page_at_its_own_size(
    page: WrapUpPage, overlay: IssueOverlay, tmp_path: Path
) -> None:
    entries = [row for row in overlay.sheet.model.rows if isinstance(row, Entry)]
    pages = [made for entry in entries if (made := page.issue_desk.page(entry)) is not None]
    printer = printer_for(pages[0], "Certificates")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paint_pages(pages, printer)
    printed = PdfReader(tmp_path / "printed.pdf").pages
    assert len(printed) == 4
    assert (round(printed[0].mediabox.width), round(printed[0].mediabox.height)) == (792, 612)


def test_escape_puts_the_sheet_away(overlay: IssueOverlay, qtbot: QtBot) -> None:
    QTest.keyClick(overlay.sheet.list, Qt.Key.Key_Escape)
    assert not overlay.isVisible()


def test_tab_stays_in_the_sheet(overlay: IssueOverlay, qtbot: QtBot) -> None:
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or overlay, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert overlay.isAncestorOf(focus)


def test_ctrl_enter_looks_through(page: WrapUpPage, qtbot: QtBot) -> None:
    page.attendance.table.setFocus()
    modifier = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.attendance.table, Qt.Key.Key_Return, modifier)
    assert page.overlay is not None
    assert page.overlay.isVisible()


def test_leaving_the_place_puts_the_sheet_away(page: WrapUpPage, overlay: IssueOverlay) -> None:
    page.hide()
    assert not overlay.isVisible()


def test_with_nobody_signed_out_there_is_nothing_to_issue(
    open_page: Callable[..., WrapUpPage], session: TrainingSession
) -> None:
    page = open_page(session)
    page.look_through()
    assert page.overlay is None


def test_what_is_under_the_veil_does_not_take_the_keyboard(
    page: WrapUpPage, overlay: IssueOverlay
) -> None:
    page.attendance.table.setFocus()
    assert QApplication.focusWidget() is overlay.sheet.list


def test_a_disk_that_refuses_the_numbers_is_said_in_the_sheet(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot, services: Services
) -> None:
    with refusing_disk(services, "serials"):
        issue(overlay, qtbot)
    assert "Could not write the journal" in overlay.sheet.foot.why.text()
    assert overlay.sheet.foot.again_button.isHidden()
    assert page.desk.state.certificates == ()


def test_no_paper_is_written_before_the_facts_are_on_disk(
    page: WrapUpPage, overlay: IssueOverlay, qtbot: QtBot, services: Services
) -> None:
    with refusing_disk(services):
        issue(overlay, qtbot)
        assert "it keeps trying" in overlay.sheet.foot.why.text()
        assert not page.file_desk.path(SessionFile.CERTIFICATES).exists()
    assert len(page.desk.state.certificates) == 4


def test_the_sheet_says_whose_spelling_was_given_by_phone(
    open_page: Callable[..., WrapUpPage], held: TrainingSession
) -> None:
    page = open_page(held)
    certificate = page.issue_desk.ready()[0]
    entry = next(e for e in page.issue_desk.entries() if e.certificate == certificate)
    assert not entry.confirmed
    assert verdict_words(entry)[1] == "Is it spelled right?"
    confirmed = replace(entry, confirmed=True)
    assert (
        verdict_words(confirmed)[1] == "Spelling confirmed: the person looked at it on the phone."
    )
    headings = [row.words for row in list_rows((confirmed,)) if isinstance(row, Heading)]
    assert headings == ["1 prints as it is; 1 confirmed by phone"]
