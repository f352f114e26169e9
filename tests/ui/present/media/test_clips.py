from pathlib import Path

import pytest

from imhtrainer.layout.page import Clip
from imhtrainer.ui.present.media.clips import Cue, read_cues, words_at

FILMS = Path(__file__).parents[3] / "films"


def clip(subtitles: Path | str) -> Clip:
    return Clip("/somewhere/a.mp4", "video/mp4", "video", subtitles=str(subtitles))


def test_lines_are_read_without_their_marks() -> None:
    assert read_cues(clip(FILMS / "counting.vtt")) == (
        Cue(0.0, 1.0, "One, two, three."),
        Cue(1.2, 2.0, "Look how she\nwaits for you."),
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "One, two, three."),
        (0.99, "One, two, three."),
        (1.0, ""),
        (1.2, "Look how she\nwaits for you."),
        (2.0, ""),
        (9.0, ""),
    ],
)
def test_a_line_stands_from_its_beginning_to_its_end(seconds: float, words: str) -> None:
    assert words_at(read_cues(clip(FILMS / "counting.vtt")), seconds) == words


def test_two_who_speak_at_once_stand_under_each_other() -> None:
    cues = (Cue(0, 4, "Ana"), Cue(1, 3, "Bo"), Cue(5, 6, "Cy"))
    assert words_at(cues, 2) == "Ana\nBo"
    assert words_at(cues, 3.5) == "Ana"


def test_without_lines_or_with_broken_ones_the_film_runs_silent(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("no header")
    assert read_cues(clip("")) == ()
    assert read_cues(clip(tmp_path / "gone.vtt")) == ()
    assert read_cues(clip(tmp_path / "a.vtt")) == ()
