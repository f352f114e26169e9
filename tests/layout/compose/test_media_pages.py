"""Video and sound on pages: a poster with a sign, and what to play."""

import shutil
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from imhtrainer.decks.parser import parse
from imhtrainer.layout.compose import compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import PLAY_SIGN, GroupBox, Page, PictureBox
from imhtrainer.render.pdf import write_pdf
from imhtrainer.render.pptx import write_pptx
from tests.layout.compose.conftest import FRONT

FILMS = Path(__file__).parents[2] / "films"
POSTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9">'
    '<rect x="0" y="0" width="16" height="9" fill="#F3E7D7"/></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("counting.mp4", "counting.vtt"):
        shutil.copy(FILMS / name, tmp_path)
    (tmp_path / "poster.svg").write_text(POSTER)
    return tmp_path


def page_of(kit: Kit, folder: Path, markdown: str) -> Page:
    deck, problems = parse(f"{FRONT}# One {{minutes=5}}\n\n{markdown}", folder, "deck.md")
    assert deck is not None
    assert problems == ()
    return compose_slide(deck, 0, Context(), kit)


def film(page: Page) -> PictureBox:
    return next(box for box in page.boxes if isinstance(box, PictureBox))


FILM = "![A father counts.](counting.mp4){poster=poster.svg loop}"


@pytest.mark.parametrize(
    "slide",
    [
        f"## Watch\n\nHer.\n\n{FILM}\n",
        f"## Watch {{layout=title}}\n\n{FILM}\n",
        f"## Watch {{layout=closing}}\n\nHer.\n\n{FILM}\n",
        f"## Watch\n\n::: left\n{FILM}\n:::\n\n::: right\nHer.\n:::\n",
    ],
    ids=["picture", "title", "closing", "columns"],
)
def test_a_film_is_its_poster_with_a_sign_wherever_a_picture_may_stand(
    kit: Kit, folder: Path, slide: str
) -> None:
    page = page_of(kit, folder, slide)
    box = film(page)
    assert box.clip is not None
    assert box.clip.path == str(folder / "counting.mp4")
    assert (box.clip.kind, box.clip.loop, box.clip.mute) == ("video", True, False)
    assert box.clip.subtitles == str(folder / "counting.vtt")
    sign = next(b for b in page.boxes if isinstance(b, GroupBox) and b.name == PLAY_SIGN)
    assert page.boxes.index(sign) == page.boxes.index(box) + 1
    assert "A father counts." in page.description


def test_a_sound_without_a_poster_has_the_programs(kit: Kit, folder: Path) -> None:
    shutil.copy(FILMS / "counting.mp4", folder / "cry.m4a")
    page = page_of(kit, folder, "## Listen\n\nA cry.\n\n![A tired cry.](cry.m4a)\n")
    box = film(page)
    assert Path(box.path).name == "sound.svg"
    assert box.drawing
    assert box.clip is not None
    assert (box.clip.kind, box.clip.mime, box.clip.subtitles) == ("audio", "audio/mp4", "")


def test_paper_and_powerpoint_show_the_poster(kit: Kit, folder: Path, tmp_path: Path) -> None:
    page = page_of(kit, folder, f"## Watch\n\nHer.\n\n{FILM}\n")
    meta = DocumentMeta("A training")
    with (tmp_path / "a.pdf").open("wb") as out:
        write_pdf([page], out, meta)
    write_pptx([page], tmp_path / "a.pptx", meta, kit.theme)
    (slide,) = Presentation(str(tmp_path / "a.pptx")).slides
    described = [e.get("descr") for e in slide._element.iter("{*}cNvPr")]
    assert "A father counts." in described
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    shown = document[0].render(scale=1).to_pil().convert("RGB")
    box = film(page)
    corner = (round(box.x + 4), round(box.y + 4))
    assert shown.getpixel(corner) == (0xF3, 0xE7, 0xD7)
    document.close()
