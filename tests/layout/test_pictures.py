"""Pictures fitted into boxes; missing, damaged and huge ones are refused with the deck's line."""

from pathlib import Path

import pytest
from PIL import Image

from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.page import PictureBox
from imhtrainer.layout.pictures import Frame, PictureShelf, place_picture
from imhtrainer.layout.seeing import LARGEST_FILE, svg_raster

FRAME = Frame(480, 110, 400, 300)
SIMPLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360">'
    '<path d="M0 0L480 360" stroke="#000000"/></svg>'
)
SHADED = SIMPLE.replace('stroke="#000000"', 'stroke="#000000" opacity="0.5"')


def where(box: PictureBox) -> tuple[float, float, float, float]:
    return (box.x, box.y, box.w, box.h)


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    path = tmp_path / "wide.png"
    Image.new("RGB", (400, 100), "#E4572E").save(path)
    return path


def test_a_picture_is_shown_whole_in_the_middle_of_its_frame(wide: Path) -> None:
    box = place_picture(wide, FRAME, "contain", "A rug", "rug", "picture")
    assert where(box) == (480, 210, 400, 100)
    assert (box.crop, box.alt, box.name, box.role) == ((0, 0, 0, 0), "A rug", "rug", "picture")


def test_a_picture_may_stand_at_an_edge(wide: Path) -> None:
    assert where(place_picture(wide, FRAME, down="bottom"))[1] == 310
    assert where(place_picture(wide, FRAME, down="top"))[1] == 110
    narrow = Frame(0, 0, 1000, 100)
    assert where(place_picture(wide, narrow, across="left"))[0] == 0
    assert where(place_picture(wide, narrow, across="right"))[0] == 600


def test_a_covering_picture_fills_its_frame_and_loses_its_sides(wide: Path) -> None:
    box = place_picture(wide, FRAME, "cover")
    assert where(box) == (480, 110, 400, 300)
    assert box.crop == pytest.approx((1 / 3, 0, 1 / 3, 0))
    assert place_picture(wide, FRAME, "cover", across="left").crop == pytest.approx(
        (0, 0, 2 / 3, 0)
    )


def test_a_drawing_comes_as_paths_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "simple.svg"
    path.write_text(SIMPLE, encoding="utf-8")
    box = place_picture(path, FRAME)
    assert where(box) == (480, 110, 400, 300)
    assert box.drawing[0].commands == (("M", (480, 110)), ("L", (880, 410)))


def test_an_svg_of_another_kind_stays_a_file_and_can_be_rasterised(tmp_path: Path) -> None:
    path = tmp_path / "shaded.svg"
    path.write_text(SHADED, encoding="utf-8")
    box = place_picture(path, FRAME)
    assert where(box) == pytest.approx((480, 110, 400, 300))
    assert (box.drawing, box.path) == ((), str(path))
    assert svg_raster(path, 320).startswith(b"\x89PNG")


def test_a_photograph_lying_on_its_side_is_measured_upright(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 300)).save(path, exif=exif)
    box = place_picture(path, FRAME)
    assert (box.w, box.h) == pytest.approx((225, 300))


def refusal(path: Path) -> str:
    with pytest.raises(LayoutError) as refused:
        place_picture(path, FRAME, line=12)
    assert refused.value.line == 12
    return str(refused.value)


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    assert "gone.png: there is no such picture" in refusal(tmp_path / "gone.png")


@pytest.mark.parametrize("name", ["note.png", "note.jpg", "note.svg"])
def test_a_file_that_is_no_picture_is_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"Dear parents")
    assert name in refusal(path)


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_cut_short_is_named(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"short.{kind}"
    Image.effect_noise((300, 300), 60).convert("RGB").save(path)
    path.write_bytes(path.read_bytes()[:4_000])
    assert "damaged" in refusal(path)


def test_a_picture_of_too_many_pixels_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (12_000, 12_000)).save(path)
    assert "12000 x 12000 pixels; save it smaller" in refusal(path)


def test_a_picture_of_too_many_bytes_is_named(tmp_path: Path) -> None:
    path = tmp_path / "heavy.png"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "MB" in refusal(path)


def test_a_drawing_with_a_bomb_of_entities_is_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "bomb.svg"
    entities = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    path.write_text(
        f'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">{entities}]>{SIMPLE[:-6]}<desc>&h;</desc></svg>'
    )
    assert "bomb.svg" in refusal(path)


def test_a_shelf_reads_a_file_once_until_it_changes(wide: Path) -> None:
    shelf = PictureShelf()
    assert place_picture(wide, FRAME, shelf=shelf).h == 100
    assert shelf.look(wide) is shelf.look(wide)
    Image.new("RGB", (400, 200), "#000000").save(wide)
    assert place_picture(wide, FRAME, shelf=shelf).h == 200


def test_an_svg_that_cannot_be_drawn_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.svg"
    path.write_text("<svg", encoding="utf-8")
    with pytest.raises(LayoutError, match=r"broken\.svg"):
        svg_raster(path, 100)
