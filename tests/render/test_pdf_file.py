"""The file itself: written as pages come, small for very many of them, and sound to other people's tools."""

import io
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast

import pikepdf
import pytest

from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import GroupBox, Page, RectBox, TextBox
from imhtrainer.render.pdf import write_pdf

META = DocumentMeta("Many", lang="en-US")

SetText = Callable[..., TextBox]
MakePage = Callable[..., Page]


@pytest.fixture
def many(text_box: SetText, make_page: MakePage) -> list[Page]:
    """More pages than one branch of a tree has, each with a word of its own."""
    ground = GroupBox((RectBox(0, 0, 90, 90, "sand"), text_box(60, 60, 400, 40, "Same")), "static")
    return [
        make_page(ground, text_box(60, 200, 400, 40, f"Number {n}"), title=f"Page {n}")
        for n in range(150)
    ]


class Slow:
    """A stream that tells how much it was given before each page was asked for."""

    def __init__(self) -> None:
        self.given = 0

    def write(self, data: bytes) -> int:
        self.given += len(data)
        return len(data)


def test_pages_are_on_their_way_before_the_last_is_made(many: list[Page]) -> None:
    out = Slow()
    seen: list[int] = []

    def made() -> Iterator[Page]:
        for page in many:
            seen.append(out.given)
            yield page

    write_pdf(made(), cast(BinaryIO, out), META)
    assert all(later > earlier for earlier, later in pairwise(seen))
    assert seen[-1] > 0.5 * out.given


def test_what_does_not_take_more_passes_its_reason_on(many: list[Page]) -> None:
    class Full(io.BytesIO):
        def write(self, data: object, /) -> int:
            if self.tell() > 20_000:
                raise OSError(28, "No space left on device")
            return super().write(cast(bytes, data))

    with pytest.raises(OSError, match="No space"):
        write_pdf(many, Full(), META)


def test_other_peoples_readers_find_every_page_bookmark_and_element(
    many: list[Page], tmp_path: Path
) -> None:
    file = tmp_path / "many.pdf"
    with file.open("wb") as out:
        write_pdf(many, out, META)
    checked = subprocess.run(
        ["qpdf", "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == len(many)
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [page.title for page in many]
        sections = list(pdf.Root.StructTreeRoot.K.K.as_list())
        assert len(sections) == len(many)
        for section, page in zip(sections, pdf.pages, strict=True):
            kids = list(section.K.as_list())
            assert [str(kid.S) for kid in kids] == ["/P", "/P"]
            assert all(kid.Pg.objgen == page.obj.objgen for kid in kids)
    told = subprocess.run(
        ["pdfinfo", "-struct-text", str(file)], capture_output=True, text=True, check=True
    )
    assert told.stdout.count('"Same"') == len(many)
    assert told.stderr == ""
