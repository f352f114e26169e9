"""What phones, paper and seats did comes back from the journal as it was; older journals say what they said."""

from datetime import UTC, datetime

import pytest

from imhtrainer.domain.events import (
    CaptionShown,
    CoFacilitatorActed,
    CoFacilitatorInvited,
    CoFacilitatorJoined,
    CoFacilitatorsDismissed,
    Ease,
    Event,
    PhoneAnswered,
    PhonesInvited,
    RoomEased,
    RoundVoided,
    SeatLeft,
    SeatMoved,
    SeatNamed,
    SeatsMerged,
    SeatTaken,
    SessionCreated,
    SheetEntered,
    SittingClosed,
    SittingOpened,
    WordPassed,
)
from imhtrainer.domain.quiz import RATHER_NOT, Answer
from imhtrainer.domain.session import replay
from imhtrainer.store.codec import EventCodec, EventRow

AT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "event",
    [
        PhoneAnswered(AT, "check-1", 1, "maple 472", Answer((0, 2)), 7, "7-a"),
        PhoneAnswered(AT, "check-1", 2, "maple 472", RATHER_NOT, 8, "8-a"),
        PhoneAnswered(AT, "words", 1, "maple 472", Answer(words="ruhig, nah"), 1, "1"),
        SheetEntered(AT, "check-1", 1, "12", Answer((1,))),
        SheetEntered(AT, "check-1", 1, "12", None),
        RoundVoided(AT, "check-1", 1, "misread"),
        WordPassed(AT, "words", "nah", True),
        SittingOpened(AT, "pre"),
        SittingClosed(AT, "post"),
        PhonesInvited(AT, "4827", "search"),
        SeatTaken(AT, "maple 472", "a" * 64),
        SeatMoved(AT, "maple 472", "b" * 64),
        SeatNamed(AT, "maple 472", "Bảo Trần", "a2", waiting=True),
        SeatsMerged(AT, "maple 472", "river 295"),
        SeatLeft(AT, "maple 472"),
        CoFacilitatorInvited(AT, "K7QM2R9TPX"),
        CoFacilitatorJoined(AT, "c" * 64, "Noor"),
        CoFacilitatorActed(AT, "c" * 64, "first-press", "Next", "Noor"),
        CoFacilitatorsDismissed(AT),
        RoomEased(AT, Ease(large=True, captions=True)),
        CaptionShown(AT, 3),
    ],
)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    codec = EventCodec()
    assert codec.read(codec.write("s", 1, event)) == event


OLD_PLAN = (
    b'{"title":"A training","subtitle":"","folder":"","digest":"","lang":"en","minutes":75.0,"objectives":[],'
    b'"sections":[{"id":"all","title":"All","minutes":75.0,"point":0}],"slides":[{"id":"check-1","label":"Check",'
    b'"section":0,"number":1,"steps":1,"minutes":1.0,"layout":"checkpoint","optional":false,"question":{"text":'
    b'"Which?","choices":["One","Two"],"right":[false,true],"phase":"check","point":1}}],"pages":2}'
)


def test_a_journal_from_before_phones_gives_the_counts_it_always_gave() -> None:
    at = b'"at":"2026-11-21T10:00:00Z"'
    bodies = [
        ("SessionCreated", b"{" + at + b',"plan":' + OLD_PLAN + b',"rehearsal":false}'),
        ("SessionStarted", b"{" + at + b"}"),
        ("SlideShown", b"{" + at + b',"slide":0,"step":0}'),
        ("RoundOpened", b"{" + at + b',"slide":"check-1"}'),
        ("HandsCounted", b"{" + at + b',"slide":"check-1","choice":1,"hands":9}'),
        ("HandsCounted", b"{" + at + b',"slide":"check-1","choice":0,"hands":4}'),
        ("CountUndone", b"{" + at + b',"slide":"check-1"}'),
        ("RoundClosed", b"{" + at + b',"slide":"check-1"}'),
    ]
    rows = [EventRow("s", n, "", kind, body) for n, (kind, body) in enumerate(bodies, start=1)]
    codec = EventCodec()
    events = [codec.read(row) for row in rows]
    assert isinstance(events[0], SessionCreated)
    state = replay(events)
    tally = state.tally("check-1")
    assert tally is not None
    assert (tally.counts, tally.total, tally.share_right) == ((0, 9), 9, 1.0)
    assert (state.seats, state.join_code, state.sitting) == ((), "", None)
