"""Videos and sounds are in the file, once, and play when their poster is clicked."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from PIL import Image

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import PLAY_SIGN, Clip, EllipseBox, GroupBox, Page, PictureBox

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
P173 = "{http://schemas.microsoft.com/office/powerpoint/2017/3/main}"
MOVIE = b"\0\0\0\x18ftypmp42" + b"frame" * 1000


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    path = tmp_path / "poster.png"
    Image.new("RGB", (64, 36), "#0F5C63").save(path)
    return path


@pytest.fixture
def video(tmp_path: Path) -> Clip:
    path = tmp_path / "still-face.mp4"
    path.write_bytes(MOVIE)
    return Clip(str(path), "video/mp4", "video", loop=True, mute=True)


def playing(clip: Clip, poster: Path, **more: Any) -> PictureBox:
    return PictureBox(
        480, 110, 432, 243, str(poster), "A baby looks away", name="picture", role="picture",
        clip=clip, **more,
    )  # fmt: skip


def test_a_video_is_embedded_once_with_its_poster_and_plays_on_a_click(
    page: Callable[..., Page],
    written: Callable[..., bytes],
    opened: Callable[..., Any],
    video: Clip,
    poster: Path,
) -> None:
    pages = page(playing(video, poster)), page(playing(video, poster), title="Once more")
    with ZipFile(BytesIO(written(*pages))) as archive:
        movies = [name for name in archive.namelist() if name.endswith(".mp4")]
        assert movies == ["ppt/media/media1.mp4"]
        assert archive.read(movies[0]) == MOVIE
    slide = opened(*pages).slides[1]
    shape = slide.shapes[1]
    properties = shape._element.find(f".//{P}cNvPr")
    assert properties.get("descr") == "A baby looks away"
    assert properties.find(f"{A}hlinkClick").get("action") == "ppaction://media"
    linked = shape._element.find(f".//{A}videoFile").get(f"{R}link")
    assert slide.part.rels[linked].target_part.content_type == "video/mp4"
    (node,) = slide.element.iter(f"{P}cMediaNode")
    assert node.get("mute") == "1"
    assert node.find(f"{P}cTn").get("repeatCount") == "indefinite"
    assert node.find(f".//{P}spTgt").get("spid") == properties.get("id")


def test_a_sound_plays_as_well(
    page: Callable[..., Page], opened: Callable[..., Any], poster: Path, tmp_path: Path
) -> None:
    song = tmp_path / "song.mp3"
    song.write_bytes(b"ID3" + b"la" * 100)
    slide = opened(page(playing(Clip(str(song), "audio/mpeg", "audio"), poster))).slides[0]
    assert slide.element.find(f".//{A}audioFile") is not None
    assert slide.element.find(f".//{P}audio") is not None


@pytest.fixture
def subtitled(video: Clip, tmp_path: Path) -> Clip:
    path = tmp_path / "still-face.vtt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:03.000\nThe mother looks away.\n", "utf-8")
    return replace(video, subtitles=str(path))


def test_subtitles_are_closed_captions_of_their_video(
    page: Callable[..., Page], opened: Callable[..., Any], subtitled: Clip, poster: Path
) -> None:
    opened_again = opened(
        page(playing(subtitled, poster)), page(playing(subtitled, poster), title="2")
    )
    for slide in opened_again.slides:
        (media,) = slide.element.iter(f"{P14}media")
        (track,) = media.find(f"{P14}extLst/{P}ext/{P173}tracksInfo/{P173}trackLst")
        assert (track.get("label"), track.get("lang")) == ("Captions", "en-US")
        part = slide.part.rels[track.get(f"{R}embed")].target_part
        assert (part.content_type, str(part.partname)) == ("text/vtt", "/ppt/media/media2.vtt")
        assert part.blob.startswith(b"WEBVTT")


def test_both_validators_are_content_with_subtitles(
    page: Callable[..., Page],
    written: Callable[..., bytes],
    subtitled: Clip,
    poster: Path,
    tmp_path: Path,
    microsoft_errors: Callable[[bytes], list[str]],
) -> None:
    blob = written(page(playing(subtitled, poster)))
    out = tmp_path / "deck.pptx"
    out.write_bytes(blob)
    assert [str(error) for error in validate_pptx(out).errors] == []
    assert microsoft_errors(blob) == []


def test_both_validators_are_content_also_where_the_video_appears_at_a_click(
    page: Callable[..., Page],
    written: Callable[..., bytes],
    video: Clip,
    poster: Path,
    tmp_path: Path,
    microsoft_errors: Callable[[bytes], list[str]],
) -> None:
    blob = written(page(playing(video, poster, step=1), steps=1), page(playing(video, poster)))
    out = tmp_path / "deck.pptx"
    out.write_bytes(blob)
    assert [str(error) for error in validate_pptx(out).errors] == []
    assert microsoft_errors(blob) == []


def test_nothing_is_drawn_over_the_poster(
    page: Callable[..., Page], opened: Callable[..., Any], video: Clip, poster: Path
) -> None:
    sign = GroupBox((EllipseBox(600, 200, 76, 76, "paper"),), PLAY_SIGN)
    slide = opened(page(playing(video, poster), sign)).slides[0]
    assert [shape.name for shape in slide.shapes] == ["title", "picture"]


def test_a_video_that_is_gone_is_named(
    page: Callable[..., Page], written: Callable[..., bytes], poster: Path
) -> None:
    with pytest.raises(RenderError, match=r"gone\.mp4: the file is gone"):
        written(page(playing(Clip("gone.mp4", "video/mp4", "video"), poster)))
