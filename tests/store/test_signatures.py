"""A picture of a signature is made fit for paper when it is chosen, or refused with one sentence."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from imhtrainer.domain.errors import StoreError
from imhtrainer.store.pictures import PictureStore
from imhtrainer.store.signatures import printed_dpi

WHITE, BLACK, BLUE = (255, 255, 255), (0, 0, 0), (20, 40, 140)
Color = tuple[int, ...]


def drawn(path: Path, ground: Color, ink: Color, size: tuple[int, int] = (900, 280)) -> Path:
    """A signature as a pen makes it."""
    picture = Image.new("RGB" if len(ground) == 3 else "RGBA", size, ground)
    wide, high = size
    points = [(wide * (0.1 + 0.08 * n), high * (0.3 + 0.4 * (n % 2))) for n in range(11)]
    ImageDraw.Draw(picture).line(points, fill=ink, width=max(2, high // 25), joint="curve")
    picture.save(path)
    return path


def kept(store: PictureStore, path: Path) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    with Image.open(store.path(store.keep_signature(path))) as picture:
        return np.asarray(picture.convert("RGBA"))


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / "kept")


@pytest.mark.parametrize("ending", ["png", "jpg"])
@pytest.mark.parametrize("ground", [WHITE, (232, 228, 220)])
def test_white_paper_becomes_transparent_and_ink_stays(
    store: PictureStore, tmp_path: Path, ending: str, ground: Color
) -> None:
    pixels = kept(store, drawn(tmp_path / f"mine.{ending}", ground, BLUE))
    assert (pixels[0, :, 3] == 0).all()
    ink = pixels[pixels[..., 3] > 200]
    assert 0.01 < len(ink) / pixels[..., 3].size < 0.2
    assert np.abs(ink[:, :3].mean(axis=0) - BLUE).max() < 25


def test_a_transparent_picture_stays_as_it_is(store: PictureStore, tmp_path: Path) -> None:
    pixels = kept(store, drawn(tmp_path / "mine.png", (0, 0, 0, 0), (*BLACK, 255)))
    assert set(np.unique(pixels[..., 3])) == {0, 255}


@pytest.mark.parametrize(
    ("ground", "ink", "size", "said"),
    [
        (
            WHITE,
            BLACK,
            (120, 40),
            r"120 x 40 pixels and would print blurred.*at least 3\d\d x 1\d\d",
        ),
        (BLACK, WHITE, (900, 280), r"dark ground, which would print as a black box"),
        ((0, 0, 0, 255), (255, 255, 255, 255), (900, 280), r"black box"),
        (WHITE, WHITE, (900, 280), r"shows no ink"),
        ((0, 0, 0, 0), (0, 0, 0, 0), (900, 280), r"shows no ink"),
        ((0, 0, 0, 0), (255, 255, 255, 255), (900, 280), r"white or nearly so"),
    ],
)
def test_what_would_print_badly_is_refused_with_what_to_do(
    store: PictureStore,
    tmp_path: Path,
    ground: Color,
    ink: Color,
    size: tuple[int, int],
    said: str,
) -> None:
    with pytest.raises(StoreError, match=said):
        store.keep_signature(drawn(tmp_path / "mine.png", ground, ink, size))
    assert not store.folder.exists()


def test_a_shadow_across_the_paper_is_refused(store: PictureStore, tmp_path: Path) -> None:
    shade = np.tile(np.linspace(120, 255, 900).astype(np.uint8), (280, 1))
    Image.fromarray(shade).save(tmp_path / "mine.png")
    with pytest.raises(StoreError, match="shadow or a border"):
        store.keep_signature(tmp_path / "mine.png")


def test_forty_megapixels_are_scaled_down_and_more_are_refused(
    store: PictureStore, tmp_path: Path
) -> None:
    large = drawn(tmp_path / "large.png", WHITE, BLACK, (8_000, 5_000))
    assert kept(store, large).shape[1] == 1_250
    larger = drawn(tmp_path / "larger.png", WHITE, BLACK, (8_200, 5_000))
    with pytest.raises(StoreError, match="at most 40 million pixels"):
        store.keep_signature(larger)


def test_a_drawing_is_kept_as_it_is(store: PictureStore, tmp_path: Path) -> None:
    drawing = tmp_path / "mine.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    assert store.path(store.keep_signature(drawing)).read_bytes() == drawing.read_bytes()


def test_the_sharpness_is_that_of_the_place_on_paper() -> None:
    assert printed_dpi(625, 200) == pytest.approx(300)
    assert printed_dpi(1_250, 100) == pytest.approx(600)
    assert printed_dpi(100, 100) == pytest.approx(150)


def test_what_is_kept_is_a_png(store: PictureStore, tmp_path: Path) -> None:
    name = store.keep_signature(drawn(tmp_path / "mine.jpg", WHITE, BLACK))
    assert Image.open(BytesIO(store.path(name).read_bytes())).format == "PNG"
