"""Easier to read for the room: remembered with the session, captions from what is said and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.deck import Paragraph, Run
from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.events import CaptionShown, Ease, RoomEased
from imhtrainer.domain.notes import CAPTION_LETTERS, caption_lines, note_parts
from imhtrainer.domain.session import replay
from imhtrainer.domain.session.commands import EaseRoom, Next, ShowCaption
from tests.domain.classroom import Classroom, at


def noted(head: str, words: str) -> Paragraph:
    return Paragraph((Run(f"{head}.", bold=True), Run(f" {words}")), 1)


def test_what_makes_the_screen_easier_to_read_is_kept_with_the_session() -> None:
    room = Classroom()
    assert room.do(EaseRoom(at(-5), Ease(large=True))) == (RoomEased(at(-5), Ease(large=True)),)
    assert room.do(EaseRoom(at(-5), Ease(large=True))) == ()
    room.begin()
    room.do(EaseRoom(at(1), Ease(large=True, contrast=True)))
    assert replay(room.events).ease == Ease(large=True, contrast=True)


def test_a_caption_moves_on_and_begins_anew_on_the_next_slide() -> None:
    room = Classroom().begin()
    with pytest.raises(CommandRefused, match="Captions are off"):
        room.do(ShowCaption(at(1), 1))
    room.do(EaseRoom(at(1), Ease(captions=True)))
    assert room.do(ShowCaption(at(1), 2)) == (CaptionShown(at(1), 2),)
    room.do(Next(at(2)))
    assert room.state.caption == 0
    room.do(ShowCaption(at(2), 1))
    room.do(Next(at(2)))
    assert (room.state.step, room.state.caption) == (1, 1)


def test_only_what_is_said_becomes_a_caption() -> None:
    notes = (
        noted("Say", "Hello. You came!"),
        noted("Watch for", "Who cries?"),
        noted("Ask", "Why?"),
    )
    assert caption_lines(note_parts(notes)) == ("Hello.", "You came!")


def test_long_sentences_end_their_lines_with_a_phrase() -> None:
    said = (
        "If I learn that a child or someone else may be in danger, I have to act, and in Florida everyone who "
        "suspects child abuse must report it because the law asks for it of us all."
    )
    assert caption_lines(note_parts((noted("Say", said),))) == (
        "If I learn that a child or someone else may be in danger, I have to act,",
        "and in Florida everyone who suspects child abuse must report it",
        "because the law asks for it of us all.",
    )


def test_without_a_phrase_lines_are_of_like_length() -> None:
    words = " ".join(["seven77"] * 14)
    assert [len(line) for line in caption_lines(note_parts((noted("Say", words),)))] == [55, 55]


@given(st.lists(st.text("abcdefgh,;—", min_size=1, max_size=100), min_size=1, max_size=60))
def test_however_lines_are_cut_every_word_is_said_once_and_in_order(words: list[str]) -> None:
    lines = caption_lines(note_parts((noted("Say", " ".join(words)),)))
    assert " ".join(lines).split() == words
    longest = max(map(len, words))
    assert all(0 < len(line) <= max(CAPTION_LETTERS, longest) for line in lines)


def test_long_sentences_are_broken_between_words() -> None:
    lines = caption_lines(note_parts((noted("Say", "word " * 60),)))
    assert max(map(len, lines)) <= CAPTION_LETTERS
    assert " ".join(lines).split() == ["word"] * 60
