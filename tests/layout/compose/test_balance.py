"""Lines break where a thought ends, and never more lines than needed."""

import pytest

from imhtrainer.layout.compose.balance import best_width
from imhtrainer.layout.compose.setting import BODY, TITLE, Style, paragraph
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.text import Frame, count_lines, set_text


def lines(kit: Kit, words: str, width: float, style: Style = BODY) -> list[str]:
    wanted = (paragraph(words, style),)
    room = Frame(0, 0, best_width(kit.fonts, wanted, width), 1000)
    box = set_text(kit.fonts, room, wanted, "text")
    return [line.text.rstrip() for line in box.paragraphs[0].lines]


def test_no_word_stands_alone_on_the_last_line(kit: Kit) -> None:
    assert lines(kit, "A workshop for parents and professionals", 330) == [
        "A workshop for parents",
        "and professionals",
    ]


def test_a_line_ends_with_a_thought_where_it_can(kit: Kit) -> None:
    assert lines(kit, "Manage your stress, read the cue, meet the need.", 450) == [
        "Manage your stress, read the cue,",
        "meet the need.",
    ]


@pytest.mark.parametrize("width", [200, 333, 480, 720])
@pytest.mark.parametrize(
    "words",
    [
        "One",
        "Aword_thatisverymuchwiderthananyboxonthispage_andhasnobreak here",
        "Back-and-forth with caring adults helps shape them, early and late.\nAnd on.",
        "طفل صغير ينام على ظهره في سرير خال",
    ],
)
def test_there_are_never_more_lines_than_needed(kit: Kit, words: str, width: float) -> None:
    for style in (BODY, TITLE):
        wanted = (paragraph(words, style),)
        best = best_width(kit.fonts, wanted, width)
        assert best <= width
        assert count_lines(kit.fonts, wanted, best) == count_lines(kit.fonts, wanted, width)
