"""Where other people's words name a person: found by whole names and by parts, cleared where that is wished."""

import pytest

from imhtrainer.domain.evaluation import Evaluation, evaluation_items
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    CompletionOverridden,
    EvaluationClosed,
    EvaluationEntered,
    Event,
    PhoneAnswered,
    RoundVoided,
    SeatNamed,
    SheetEntered,
    WordPassed,
)
from imhtrainer.domain.mentions import TEXT_GONE, find_mentions, free_texts
from imhtrainer.domain.purging import mentions_left, purge_events
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import Attendee
from tests.domain.classroom import at, small_plan

ANA, BO = Attendee("a1", "Ana Lucía Fuentes"), Attendee("a2", "Bo Lee")
ITEMS = len(evaluation_items(small_plan()))
ADDED = AttendeesAdded(at(-20), (Attendee("a1", "Anna Fuentes"), BO), "people.csv")
RENAMED = AttendeeChanged(at(-19), ANA)


def form(*comments: str, mark: str = "") -> Evaluation:
    return Evaluation(0 if mark else 1, (5,) * ITEMS, comments, mark)


@pytest.mark.parametrize(
    "event",
    [
        EvaluationEntered(at(80), form("", "Thanks to Ana Lucia FUENTES!", "")),
        EvaluationClosed(at(80), (form("It was anna fuentes who helped", "", "", mark="f0"),)),
        PhoneAnswered(at(5), "words", 1, "maple 472", Answer(words="ana lucía fuentes")),
        SheetEntered(at(5), "words", 1, "7", Answer(words="Ana Lucía Fuentes")),
        WordPassed(at(6), "words", "Ana Lucía Fuentes", True),
        CompletionOverridden(at(80), "a2", True, "Came with Ana Lucía Fuentes"),
        RoundVoided(at(10), "check-1", 1, "Ana Lucía Fuentes told the answer"),
        SeatNamed(at(1), "river 235", "Ana Lucía Fuentes"),
        AttendeesAdded(at(-10), (), "from Ana Lucía Fuentes.csv"),
    ],
)
def test_a_whole_name_is_found_by_any_spelling_it_had_and_can_be_cleared(event: Event) -> None:
    events = (ADDED, RENAMED, event)
    (found,) = mentions_left(events, ["a1"])
    assert (found.entry, found.kind, found.sure) == (3, type(event).__name__, True)
    assert 3 not in purge_events(events, ["a1"])
    cleared = purge_events(events, ["a1"], (found,))[3]
    assert TEXT_GONE in str(cleared)
    assert "uentes" not in str(cleared).casefold().replace("í", "i")
    assert type(cleared) is type(event)


def test_a_part_of_a_name_is_told_as_unsure_and_a_shorter_one_not_at_all() -> None:
    events = (ADDED, RENAMED, EvaluationEntered(at(80), form("Ana was kind", "An old bo", "")))
    (found,) = find_mentions(events, ["a1"])
    assert (found.text, found.sure) == ("Ana was kind", False)
    assert find_mentions(events, ["a2"]) == ()


def test_a_name_within_a_longer_word_is_not_meant() -> None:
    events = (ADDED, EvaluationEntered(at(80), form("In Bo Leeds", "", "")))
    assert find_mentions(events, ["a2"]) == ()


def test_names_without_spaces_between_words_are_found_within_a_sentence() -> None:
    events = (
        AttendeesAdded(at(-20), (Attendee("a3", "王小明"),)),
        EvaluationEntered(at(80), form("谢谢王小明的帮助", "", "")),
    )
    (found,) = find_mentions(events, ["a3"])
    assert found.sure


def test_what_goes_with_the_person_is_not_told_as_left() -> None:
    own = CompletionOverridden(at(80), "a1", True, "Ana Lucía Fuentes was ill")
    assert mentions_left((ADDED, RENAMED, own), ["a1"]) == ()


def test_clearing_one_text_leaves_the_others_of_the_same_entry() -> None:
    events = (ADDED, EvaluationEntered(at(80), form("Bo Lee was kind", "The pauses", "")))
    cleared = purge_events(events, ["a2"], find_mentions(events, ["a2"]))[2]
    assert free_texts(cleared) == ("The pauses",)
