"""What phones and this program say to each other: JSON over HTTP, pushed over one WebSocket.

A phone has a *token* (kept by its browser, sent as ``Authorization: Bearer TOKEN``) for its *seat*. The seat has
a short code to be told across a room, ``maple 472``, by which a person goes on with another phone. The room has
a *join code* on the projector, which a phone needs once. ``choices`` are always 0-based, ``round`` counts from 1.

====================  ==========================================================================================
``GET /``             the page; its files are ``GET /NAME``. The QR code leads to ``/?code=JOINCODE``
``POST /api/seat``    :class:`SeatRequest` -> :class:`SeatGiven`. With ``seat`` the seat moves to this phone and the
                      phone it was on gets 401 from then on
``POST /api/name``    :class:`NameRequest` -> :class:`Snapshot`; sign-in by name, where the facilitator allows it
``GET /api/people``   ``?q=an`` (two letters or more) -> :class:`People`, at most five, with check-in ``search``
``GET /api/state``    :class:`Snapshot` for this seat
``GET /api/slide``    :class:`SlideTold`: the room's screen in words; asked for where the person wants it read.
                      A phone that sends the text ``slides`` over its socket is told whenever the screen changes
``POST /api/answers`` :class:`AnswerRequest` -> 200 :class:`Saved` when it is on disk, and never before
``GET /api/form``     :class:`FormAsked`: what the evaluation asks, while ``Snapshot.evaluation`` is not ``off``
``POST /api/form``    :class:`FormRequest` -> 200 :class:`FormSaved` when it is on disk. Nothing of it is ever
                      told again, not even to this phone, which keeps what was written
``POST /api/leave``   ``{}`` -> ``{}``; the seat is given up, its answers stay
``GET /api/ping``     ``{"room": true}``, without a seat: can this phone reach the laptop at all?
``WS /ws``            the phone sends ``{"token": TOKEN}`` first, the server sends a :class:`Snapshot` at once and
                      at every change. The text ``state`` asks for one now. Close codes: 4401 the seat is not this
                      phone's any more, 4408 no token came in time, 4429 too many, 4503 the room is closing
====================  ==========================================================================================

Whatever goes wrong is answered with :class:`Refusal` and a status:

- 400 ``malformed``: not this protocol; 413 ``large``: the body is over 4 kB, an evaluation over 16 kB
- 401 ``seat``: no such seat (moved, left, or of another session): join again. 403 ``code``: wrong join code
- 404 ``unknown``; 409 ``closed``: voting is closed, or this answer is none that the question has (``answer``)
- 429 ``slow``: too many requests, ``Retry-After`` says when; 503 ``disk``: nothing could be written, try again

An answer is sent until it is answered with 200, 400, 401 or 409. The same ``key`` again is the same answer, and is
acknowledged once it is on disk. ``tap`` puts a seat's answers into order: a phone sends one more than the highest
number it has seen, in ``Item.tap`` or its own; an answer with a lower one than recorded was overtaken, and
``Saved`` tells what counts. ``choices: []`` is “I’d rather not say”, for every kind of item.

An evaluation is nobody's: its ``key`` is made by the phone, the laptop keeps its SHA-256 beside the form, and that
one came from a seat is noted elsewhere. The same key again changes the form, until the evaluation is closed.

The right answer, other people's answers and the tally are in :class:`Reveal`, which is null until the room was
shown the answer.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from imhtrainer.domain.quiz import Kind, Phase

BODY_LIMIT = 4096
"""Bytes a request's body may have."""

FORM_LIMIT = 16_384
"""Bytes of an evaluation: three comments in any script."""

Comments = Annotated[list[Annotated[str, Meta(max_length=1000)]], Meta(max_length=3)]
Ratings = Annotated[list[Annotated[int, Meta(ge=0, le=5)]], Meta(max_length=60)]
Code = Annotated[str, Meta(max_length=40)]
Text = Annotated[str, Meta(max_length=300)]
Choices = Annotated[list[Annotated[int, Meta(ge=0, le=9)]], Meta(max_length=10)]
Stage = Literal["waiting", "running", "paused", "ended"]
CheckInState = Literal["none", "waiting", "linked"]


class SeatRequest(Struct, kw_only=True):
    """A phone wants a seat: a new one, or with ``seat`` the one with this code. ``code`` is the join code."""

    code: Code = ""
    seat: Code = ""
    name: Text = ""


class NameRequest(Struct, kw_only=True):
    """The person's name; ``attendee`` is the id of whom they picked in the search.

    With ``spelling`` somebody who is linked corrects capitals and accents of the own name; 403 ``seat`` where
    other letters are meant, which are the facilitator's to change.
    """

    name: Text = ""
    attendee: Code = ""
    spelling: bool = False


class AnswerRequest(Struct, kw_only=True):
    """An answer: ``choices``, or the ``value`` of a rating (1 to 5), or ``text`` (words with commas between)."""

    checkpoint: Annotated[str, Meta(max_length=200)]
    round: Annotated[int, Meta(ge=1, le=1000)]
    key: Annotated[str, Meta(min_length=1, max_length=64)]
    tap: Annotated[int, Meta(ge=0, le=2**52)] = 0
    choices: Choices | None = None
    value: Annotated[int, Meta(ge=1, le=5)] | None = None
    text: Text | None = None


class FormRequest(Struct, kw_only=True):
    """An evaluation: a rating from 1 to 5 for each item or 0 for none, and what was written to each question."""

    key: Annotated[str, Meta(min_length=16, max_length=64)]
    ratings: Ratings
    comments: Comments


class FormAsked(Struct, kw_only=True):
    """What the evaluation asks: items to rate from 1 to 5, and questions to write to."""

    items: list[str]
    questions: list[str]


class FormSaved(Struct, kw_only=True):
    """The form is on disk."""

    saved: bool = True


class Mine(Struct, kw_only=True):
    """What this seat answered; ``declined`` is “I’d rather not say”. ``at`` is ISO 8601."""

    choices: list[int]
    text: str
    declined: bool
    at: str


class ChoiceShown(Struct, kw_only=True):
    """A choice with its letter, in the projector's order; of a rating ``letter`` is 1 to 5."""

    letter: str
    text: str


class WordShown(Struct, kw_only=True):
    """A word the facilitator let through."""

    text: str
    people: int


class PointShown(Struct, kw_only=True):
    """One of the training's points, and where the room is with it."""

    name: str
    state: Literal["done", "now", "later"]


class Reveal(Struct, kw_only=True):
    """What the room knows now: right choices, the right sequence of an order item, and how all answered.

    ``counts`` are people a choice (of an order item: who put it in its right place), ``total`` who chose at all.
    ``first`` are the first vote's counts after a second vote, else empty. ``was_right`` is about this seat's
    answer; null where there is none, or no right one. ``explanation`` says why, ``feedback`` is about the one
    choice this seat took; each may be empty.
    """

    right: list[int]
    order: list[int]
    counts: list[int]
    first: list[int]
    total: int
    words: list[WordShown]
    was_right: bool | None
    explanation: str
    feedback: str


class Item(Struct, kw_only=True):
    """A question as this seat may see it.

    ``round`` goes into the answer; ``vote`` is 1 for the first vote that counts, 2 for the one after discussion.
    ``number`` of ``of``: which of the checkpoints or of the items of its phase, 0 for what people think.
    """

    checkpoint: str
    round: int
    vote: int
    kind: Kind
    phase: Phase
    point: int
    number: int
    of: int
    question: str
    choices: list[ChoiceShown]
    state: Literal["open", "closed", "revealed"]
    mine: Mine | None
    tap: int
    reveal: Reveal | None


class Snapshot(Struct, kw_only=True):
    """What this seat may see now.

    ``run`` changes when the program was started anew; within a run a lower ``at`` is older and is thrown away.
    ``title`` is the training's short name, ``points`` its path. ``items`` is empty while nothing is asked: look
    up at the screen. With ``sitting`` they are answered in any order. ``check_in`` says whether a name signs in,
    ``person`` how that stands; ``spelled`` tells that the person has found the name right. ``evaluation`` is
    ``handed_in`` once a form came from this seat, and ``off`` while none is asked for.
    """

    run: str
    at: int
    title: str
    lang: str
    stage: Stage
    seat: str
    name: str
    check_in: Literal["off", "typed", "search"]
    person: CheckInState
    spelled: bool
    evaluation: Literal["off", "open", "handed_in"]
    sitting: bool
    items: list[Item]
    points: list[PointShown]


class SlideTold(Struct, kw_only=True):
    """What the room sees, in words; ``key`` is another one whenever that changes.

    ``shows`` is ``slide``, ``break``, ``other`` (a dark screen, or one without words of the deck) or
    ``nothing`` while the training does not run. ``number`` is the page's number of all.
    """

    key: str
    shows: Literal["slide", "break", "other", "nothing"]
    title: str = ""
    text: str = ""
    number: str = ""


class SeatGiven(Struct, kw_only=True):
    """A seat: the token is told this once."""

    token: str
    seat: str
    state: Snapshot


class Saved(Struct, kw_only=True):
    """The answer is on disk; ``mine`` is what counts, which is a later tap where this one was overtaken."""

    checkpoint: str
    round: int
    mine: Mine
    tap: int
    saved: bool = True


class Person(Struct, kw_only=True):
    """Somebody on the roster who is not here yet."""

    id: str
    name: str


class People(Struct, kw_only=True):
    """Who a search found."""

    people: list[Person]


class Refusal(Struct, kw_only=True):
    """Why not: ``reason`` for the page, ``error`` in words for the person. ``state`` may hold what is true now."""

    reason: str
    error: str
    saved: bool = False
    state: Snapshot | None = None
