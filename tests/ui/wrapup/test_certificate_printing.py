"""Certificates on paper: moved as the printer was measured, pre-printed paper, a range, one again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from imhtrainer.documents.calibration import TARGET, compose_calibration
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.session.commands import ChangeDetails
from imhtrainer.layout.page import Box, GroupBox, Page, PictureBox, RectBox, TextBox
from imhtrainer.services.session import TrainingSession
from imhtrainer.store.settings import PrinterOffset, SettingsFile, offset_of
from imhtrainer.ui.printer_box import PrinterBox
from imhtrainer.ui.services import Services
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.wrapup.issue.entries import Entry
from imhtrainer.ui.wrapup.issue.overlay import IssueOverlay
from imhtrainer.ui.wrapup.issue.printing import chosen_pages, paint_pages, printer_for
from imhtrainer.ui.wrapup.page import WrapUpPage

MM = 72 / 25.4
Settle = Callable[[], None]


def printed(pages: Sequence[Page], out: Path, offset: tuple[float, float] = (0, 0)) -> Image.Image:
    """The first page as it comes out of a printer that writes a file, 72 pixels an inch, in grey."""
    printer = printer_for(pages[0], "Certificates")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    paint_pages(pages, printer, offset)
    run(["qpdf", "--check", str(out)], check=True, capture_output=True)
    picture = out.with_suffix("")
    run(
        ["pdftoppm", "-r", "72", "-f", "1", "-singlefile", "-png", str(out), str(picture)],
        check=True,
    )
    with Image.open(picture.with_suffix(".png")) as image:
        return image.convert("L")


def texts(boxes: Sequence[Box]) -> list[str]:
    found: list[str] = []
    for box in boxes:
        if isinstance(box, GroupBox):
            found += texts(box.boxes)
        elif isinstance(box, TextBox):
            found += [paragraph.text for paragraph in box.paragraphs]
    return found


def dark_columns(image: Image.Image, row: int) -> list[int]:
    shades = list(image.crop((0, row, image.width, row + 1)).tobytes())
    return [x for x, shade in enumerate(shades) if shade < 110]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_calibration_page_has_its_lines_50_mm_from_the_edges(
    services: Services, tmp_path: Path, paper: Paper
) -> None:
    pages = compose_calibration(paper, "Office", services.kit)
    image = printed(pages, tmp_path / "page.pdf")
    assert dark_columns(image, image.height - 60) == pytest.approx([TARGET * MM], abs=1.5)


def test_a_page_is_moved_by_the_printers_offset(services: Services, tmp_path: Path) -> None:
    pages = compose_calibration("letter", "Office", services.kit)
    image = printed(pages, tmp_path / "page.pdf", (5.0, -3.0))
    assert dark_columns(image, image.height - 60) == pytest.approx([(TARGET + 5) * MM], abs=1.5)


def test_what_was_measured_is_kept_for_that_printer_alone(
    window_look: Look, services: Services, shown: Callable[[QWidget], None], settle: Settle
) -> None:
    box = PrinterBox(window_look, services.settings, services.kit, lambda: ("Office", "Home"))
    shown(box)
    box.left.setValue(48.5)
    box.top.setValue(51.0)
    settle()
    stored = SettingsFile(services.data_folder.settings).load()
    assert offset_of(stored, "Office") == PrinterOffset("Office", 1.5, -1.0)
    assert offset_of(stored, "Home") == PrinterOffset("Home")
    box.printer.setCurrentText("Home")
    assert (box.left.value(), box.top.value()) == (50.0, 50.0)
    box.printer.setCurrentText("Office")
    assert box.left.value() == 48.5
    assert "+1.5 mm to the right" in box.said.text()


def test_the_page_to_measure_on_is_printed_in_its_place(
    window_look: Look, services: Services, shown: Callable[[QWidget], None]
) -> None:
    sent: list[Sequence[Page]] = []

    def printer(pages: Sequence[Page], _title: str, _parent: QWidget) -> bool:
        sent.append(pages)
        return True

    box = PrinterBox(window_look, services.settings, services.kit, lambda: ("Office",), printer)
    shown(box)
    box.page_button.click()
    assert "Office" in texts(sent[0][0].boxes)


def test_without_a_printer_the_box_says_so(
    window_look: Look, services: Services, shown: Callable[[QWidget], None]
) -> None:
    box = PrinterBox(window_look, services.settings, services.kit, tuple)
    shown(box)
    assert box.said.text().startswith("This computer has no printer yet")


def first(page: WrapUpPage) -> Entry:
    return next(entry for entry in page.issue_desk.entries() if entry.printable)


def test_on_preprinted_paper_only_the_facts_are_printed(page: WrapUpPage) -> None:
    entry = first(page)
    (whole,) = page.issue_desk.pages(entry)
    (overlay,) = page.issue_desk.overlays(entry)
    words, facts = texts(whole.boxes), texts(overlay.boxes)
    assert entry.certificate.name in facts
    assert entry.certificate.serial in facts
    assert "Certificate of completion" in words
    assert "Certificate of completion" not in facts
    assert not [box for box in overlay.boxes if isinstance(box, RectBox | GroupBox)]
    assert (overlay.width, overlay.height) == (whole.width, whole.height)


def test_facts_stand_where_they_stand_on_the_whole_certificate(page: WrapUpPage) -> None:
    entry = first(page)
    (whole,), (overlay,) = page.issue_desk.pages(entry), page.issue_desk.overlays(entry)
    whole_boxes = _flat(whole.boxes)
    assert all(box in whole_boxes for box in overlay.boxes)
    assert 5 < len(overlay.boxes) < len(whole_boxes)


def test_the_setting_for_preprinted_paper_is_what_print_follows(
    page: WrapUpPage, window_look: Look, services: Services
) -> None:
    sent: list[Sequence[Page]] = []
    titles: list[str] = []

    def printer(pages: Sequence[Page], title: str, _parent: QWidget) -> bool:
        sent.append(pages)
        titles.append(title)
        return True

    services.settings.change(replace(services.settings.now, preprinted=True))
    made = IssueOverlay(
        window_look, page.window(), page.issue_desk, page.file_desk, services, printer
    )
    made.open()
    made.sheet.foot.test_button.click()
    made.hide()
    assert "Certificate of completion" not in texts(sent[0][0].boxes)
    assert titles[0].endswith("on pre-printed paper")


def test_a_range_of_pages_is_printed_and_no_more(services: Services) -> None:
    page = compose_calibration("letter", "Office", services.kit)[0]
    pages = [replace(page, number=number) for number in range(1, 6)]
    printer = printer_for(page, "Certificates")
    assert chosen_pages(pages, printer) == pages
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert [p.number for p in chosen_pages(pages, printer)] == [2, 3]
    printer.setFromTo(5, 9)
    assert [p.number for p in chosen_pages(pages, printer)] == [5]


def test_a_list_of_pages_is_kept_to_where_a_file_is_printed(
    services: Services, tmp_path: Path
) -> None:
    page = compose_calibration("letter", "Office", services.kit)[0]
    pages = [replace(page, number=number) for number in range(1, 6)]
    printer = printer_for(page, "Certificates")
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    assert chosen_pages(pages, printer) == pages, "a print server picks them itself"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "some.pdf"))
    assert [p.number for p in chosen_pages(pages, printer)] == [2, 3, 5]


def test_a_certificate_that_was_issued_is_printed_once_more(
    page: WrapUpPage, window_look: Look, services: Services, settle: Settle
) -> None:
    page.issue_desk.certificates.issue([first(page).certificate])
    page.refresh()
    made = IssueOverlay(window_look, page.window(), page.issue_desk, page.file_desk, services)
    made.open()
    rows = made.sheet.model.rows
    issued = next(n for n, row in enumerate(rows) if isinstance(row, Entry) and row.issued)
    made.sheet.list.setCurrentIndex(made.sheet.model.index(issued, 0))
    assert made.sheet.foot.test_button.text() == "Print this one again"
    made.hide()
    settle()


def test_a_signature_without_a_ground_is_ink_on_paper_and_no_black_box(
    page: WrapUpPage, held: TrainingSession, services: Services, tmp_path: Path
) -> None:
    stroke = Image.new("RGBA", (600, 200), (0, 0, 0, 0))
    ImageDraw.Draw(stroke).line((10, 190, 590, 10), fill=(20, 30, 90, 255), width=8)
    stroke.save(tmp_path / "signature.png")
    kept = services.pictures.keep(tmp_path / "signature.png")
    held.do(ChangeDetails(held.now(), replace(held.state.details, signature=kept)))
    pages = page.issue_desk.pages(first(page))
    frame = next(b for b in _flat(pages[0].boxes) if isinstance(b, PictureBox))
    image = printed(pages, tmp_path / "printed.pdf")
    box = [round(v) for v in (frame.x, frame.y, frame.x + frame.w, frame.y + frame.h)]
    shades = list(image.crop((box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2)).tobytes())
    assert min(shades) < 120
    assert sum(shade > 240 for shade in shades) > 0.7 * len(shades)


def _flat(boxes: Sequence[Box]) -> list[Box]:
    found: list[Box] = []
    for box in boxes:
        found += _flat(box.boxes) if isinstance(box, GroupBox) else [box]
    return found
