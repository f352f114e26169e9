import shutil
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from imhtrainer.decks.check import find_problems
from imhtrainer.decks.library import summarise
from imhtrainer.decks.media import KINDS, media_faults, subtitles_of
from imhtrainer.domain.deck import Media, Picture, Slide
from tests.decks.conftest import FRONT, NOTES

FILMS = Path(__file__).parents[1] / "films"
POSTER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>'
SlideOf = Callable[[str], Slide]
Messages = Callable[[str], list[str]]


def film(path: str, kind: str = "") -> Media:
    known, mime = KINDS[kind or Path(path).suffix]
    return Media(path, known, mime)


def faults(folder: Path, path: str) -> list[str]:
    return list(media_faults(folder, film(path)))


def picture(slide: Slide) -> Picture:
    return next(block for block in slide.blocks if isinstance(block, Picture))


class TestTheSyntaxOfPictures:
    def test_shows_a_poster_of_what_plays(self, slide_of: SlideOf) -> None:
        slide = slide_of(
            "## Still face\n\nWatch her hands.\n\n"
            "![A father pauses.](media/still-face.mp4){poster=images/still.png loop mute side=left}\n\n"
            + NOTES
        )
        shown = picture(slide)
        assert slide.layout == "picture"
        assert (shown.path, shown.alt, shown.side) == (
            "images/still.png",
            "A father pauses.",
            "left",
        )
        assert shown.plays == Media("media/still-face.mp4", "video", "video/mp4", True, True)

    def test_a_sound_needs_no_poster(self, slide_of: SlideOf) -> None:
        slide = slide_of("## Listen\n\nA cry.\n\n![A tired cry.](media/cry.MP3)\n\n" + NOTES)
        shown = picture(slide)
        assert (shown.path, shown.file) == ("", "media/cry.MP3")
        assert shown.plays is not None
        assert shown.plays.mime == "audio/mpeg"

    def test_a_video_does(self, slide_problems: Messages) -> None:
        found = slide_problems("## Watch\n\nHer.\n\n![A father.](media/a.mp4)\n")
        assert found == [
            "deck.md:11: The video “media/a.mp4” has no poster: "
            "name a picture with poster=images/name.png."
        ]

    def test_says_what_a_picture_cannot_do(self, slide_problems: Messages) -> None:
        found = slide_problems("## See\n\nHer.\n\n![A father.](images/a.png){loop}\n")
        assert found
        assert "attribute “loop” on a picture" in found[0]


class TestFiles:
    @pytest.mark.parametrize("name", ["counting.mp4", "counting.webm"])
    def test_real_films_pass(self, name: str) -> None:
        assert faults(FILMS, name) == []

    def test_a_sound_of_the_standard_library_passes(self, tmp_path: Path) -> None:
        with wave.open(str(tmp_path / "beep.wav"), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            sound.writeframes(bytes(1600))
        assert faults(tmp_path, "beep.wav") == []

    def test_a_missing_one_is_said(self, tmp_path: Path) -> None:
        assert faults(tmp_path, "media/a.mp4") == [
            "The video “media/a.mp4” is missing: put the file there or mend the path."
        ]

    @pytest.mark.parametrize("path", ["../a.mp4", "/tmp/a.mp4", "https://example.org/a.mp4"])
    def test_one_elsewhere_is_refused(self, tmp_path: Path, path: str) -> None:
        assert "outside the deck's folder" in faults(tmp_path, path)[0]

    @pytest.mark.parametrize(
        "name", ["a.mp4", "a.webm", "a.mp3", "a.m4a", "a.wav", "a.ogg", "a.flac"]
    )
    def test_a_wrong_name_is_said(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("hello, I am a text")
        assert "in truth: save it again" in faults(tmp_path, name)[0]


class TestSubtitles:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        shutil.copy(FILMS / "counting.mp4", tmp_path / "a.mp4")
        return tmp_path

    def test_lie_beside_the_film(self, folder: Path) -> None:
        assert subtitles_of(folder / "a.mp4") is None
        shutil.copy(FILMS / "counting.vtt", folder / "a.vtt")
        assert subtitles_of(folder / "a.mp4") == folder / "a.vtt"
        assert faults(folder, "a.mp4") == []

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("1\n00:00 --> 00:01\nOne", "does not begin with WEBVTT"),
            ("WEBVTT\n\n", "there is no line in them"),
        ],
    )
    def test_that_cannot_be_read_are_said(self, folder: Path, text: str, message: str) -> None:
        (folder / "a.vtt").write_text(text)
        assert message in faults(folder, "a.mp4")[0]


def test_a_deck_with_a_film_is_checked_poster_and_all(tmp_path: Path) -> None:
    text = "# One {minutes=10}\n\n## Watch\n\nHer.\n\n![A father.](a.mp4){poster=a.svg}\n\n"
    (tmp_path / "deck.md").write_text(FRONT + text + NOTES)
    messages = [problem.message for problem in find_problems(tmp_path)]
    assert [message.split(":")[0] for message in messages] == [
        "The picture “a.svg” is missing",
        "The video “a.mp4” is missing",
    ]
    shutil.copy(FILMS / "counting.mp4", tmp_path / "a.mp4")
    (tmp_path / "a.svg").write_text(POSTER)
    assert find_problems(tmp_path) == ()
    assert summarise(tmp_path).cover is None
