import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from imhtrainer.decks.picture_files import picture_faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">{}</svg>'


def faults(folder: Path, name: str, data: bytes | str) -> list[str]:
    raw = data.encode() if isinstance(data, str) else data
    (folder / name).write_bytes(raw)
    return list(picture_faults(folder, name, thorough=True))


def raster(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    buffer = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(buffer, kind)
    return buffer.getvalue()


def png_header(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", SVG.format("<circle r='1'/>")),
        ("a.svg", SVG.format("<use href='#x' fill='url(#y)' style=\"fill:url('#z')\"/>")),
        ("a.svg", SVG.format("<image href='data:image/png;base64,AAAA'/>")),
        ("a.svg", SVG.format("<style>path { fill: red }</style>")),
        ("a.svg", "<?xml version='1.0'?><svg width='4' height='3'/>"),
        ("a.png", raster("PNG")),
        ("a.JPG", raster("JPEG")),
        ("a.jpeg", raster("JPEG")),
    ],
)
def test_sound_pictures_pass(tmp_path: Path, name: str, data: bytes | str) -> None:
    assert faults(tmp_path, name, data) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<svg", "is no readable SVG"),
        ("", "is no readable SVG"),
        ("\x00\x01", "is no readable SVG"),
        ("<html/>", "is no SVG: it begins with <html>"),
        ("<svg/>", "has no size"),
        (SVG.format("<script/>"), "holds <script>"),
        (SVG.format("<foreignObject/>"), "holds <foreignObject>"),
        (SVG.format("<image href='http://x/y.png'/>"), "something outside itself: remove http://x"),
        (SVG.format("<use href='other.svg#a'/>"), "something outside itself"),
        (SVG.format("<path fill='url(http://x)'/>"), "something outside itself"),
        (SVG.format("<style>@import 'x.css';</style>"), "something outside itself"),
        ("<?xml-stylesheet href='x.css'?>" + SVG, "something outside itself"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "declares XML entities"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG, "declares XML entities"),
    ],
)
def test_an_svg_is_plain_and_stands_alone(tmp_path: Path, content: str, message: str) -> None:
    found = faults(tmp_path, "a.svg", content)
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_damaged_raster_is_refused(tmp_path: Path, kind: str) -> None:
    name, whole = f"a.{kind.lower()}", raster(kind)
    for data in (b"", b"junk", whole[: len(whole) // 2]):
        assert faults(tmp_path, name, data) == [
            f"The picture “{name}” is damaged or no picture: save it again from its source."
        ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(["PNG", "JPEG"]), st.integers(0, 900), st.binary(min_size=1, max_size=8))
def test_no_damage_makes_the_check_itself_fail(
    tmp_path: Path, kind: str, place: int, bytes_there: bytes
) -> None:
    data = bytearray(raster(kind))
    data[place : place + len(bytes_there)] = bytes_there
    assert len(faults(tmp_path, f"a.{kind.lower()}", bytes(data))) <= 1


@pytest.mark.parametrize("size", [(8000, 5001), (10_000, 10_000), (60_000, 60_000)])
def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    found = faults(tmp_path, "a.png", png_header(*size))
    assert len(found) == 1
    assert "40 million" in found[0]


def test_a_picture_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.truncate(25_000_001)
    assert "is 25 MB large" in next(picture_faults(tmp_path, "a.png"))


def test_a_wrong_file_ending_is_said(tmp_path: Path) -> None:
    assert "is a JPEG file in truth" in faults(tmp_path, "a.png", raster("JPEG"))[0]
    assert "is no SVG, PNG or JPEG" in faults(tmp_path, "a.gif", raster("GIF"))[0]
    assert "is no SVG, PNG or JPEG" in faults(tmp_path, "a.mp4", b"")[0]


@pytest.mark.parametrize(
    "path",
    [
        "../a.png",
        "/etc/a.png",
        "images/../../a.png",
        "https://x/a.png",
        "C:/a.png",
        "\\\\x\\a.png",
        "",
    ],
)
def test_a_picture_lies_in_the_decks_folder(tmp_path: Path, path: str) -> None:
    assert "lies outside the deck's folder" in next(picture_faults(tmp_path, path))


def test_a_missing_picture_is_said(tmp_path: Path) -> None:
    assert "is missing" in next(picture_faults(tmp_path, "a" * 300 + ".png"))
    assert "is missing" in next(picture_faults(tmp_path, "a\0.png"))
    assert "“images/a.png” is missing" in next(picture_faults(tmp_path, "images/a.png"))
