"""Signatures and logos are looked at once, and kept under a name that never means another picture."""

from pathlib import Path

import pytest
from PIL import Image

from imhtrainer.domain.errors import StoreError
from imhtrainer.store.pictures import LARGEST_FILE, PictureStore

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'
)


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / "pictures")


def picture(path: Path, color: str = "red") -> Path:
    Image.new("RGB", (40, 20), color).save(path)
    return path


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_picture_is_kept_byte_for_byte(name: str, store: PictureStore, tmp_path: Path) -> None:
    path = picture(tmp_path / name)
    kept = store.keep(path)
    assert store.path(kept).read_bytes() == path.read_bytes()
    assert kept.endswith(path.suffix)


def test_a_phones_photo_of_several_pictures_is_kept(store: PictureStore, tmp_path: Path) -> None:
    path = tmp_path / "signature.jpg"
    small = Image.new("RGB", (20, 10), "blue")
    Image.new("RGB", (40, 20), "red").save(path, "MPO", save_all=True, append_images=[small])
    assert store.keep(path).endswith(".jpg")


def test_a_drawing_is_kept(store: PictureStore, tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(SVG)
    assert store.path(store.keep(path)).read_bytes() == SVG


def test_the_same_picture_has_one_name_and_another_picture_another(
    store: PictureStore, tmp_path: Path
) -> None:
    first = store.keep(picture(tmp_path / "a.png"))
    assert store.keep(picture(tmp_path / "b.png")) == first
    assert store.keep(picture(tmp_path / "a.png", "blue")) != first
    assert store.path(first).is_file()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a....", "no PNG, JPEG or SVG"),
        (b"", "no PNG, JPEG or SVG"),
        (b"<svg><rect></svg>", "damaged SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "entities"),
        (b"<html><svg/></html>", "no SVG picture"),
        (bytes(LARGEST_FILE + 1), "20 MB"),
    ],
)
def test_what_is_no_picture_is_refused(
    content: bytes, words: str, store: PictureStore, tmp_path: Path
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=words):
        store.keep(path)


def test_half_a_picture_is_refused(store: PictureStore, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.effect_noise((200, 200), 90).save(path)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match=r"logo\.png is damaged"):
        store.keep(path)


def test_a_huge_picture_is_refused_before_it_is_unpacked(
    store: PictureStore, tmp_path: Path
) -> None:
    path = tmp_path / "logo.png"
    Image.new("1", (9000, 9000)).save(path)
    with pytest.raises(StoreError, match="9000 x 9000 pixels"):
        store.keep(path)


def test_a_missing_picture_is_said(store: PictureStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such place"):
        store.keep(tmp_path / "none.png")


def test_a_name_cannot_lead_out_of_the_folder(store: PictureStore) -> None:
    assert store.path("../../etc/passwd").parent == store.folder
