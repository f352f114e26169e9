"""What a co-facilitator's console and this program say to each other; the manner is that of ``room.protocol``.

A console comes in with the co-facilitator's *code*, which stands on the facilitator's laptop alone, and gets a
*token* of its own. An attendee's token is worth nothing here, and a console's token opens no seat.

======================  ========================================================================================
``GET /co``             the page. The QR code leads to ``/co#CODE``: what stands behind ``#`` is never sent
``POST /co/api/join``   :class:`JoinRequest` -> :class:`Joined`
``GET /co/api/state``   :class:`CoState`
``POST /co/api/do``     :class:`DoRequest` -> :class:`CoState` when it is on disk, and never before
``GET /co/api/slide``   ``?at=12`` -> :class:`SlideNotes`: title and notes of a slide, 0-based
``GET /co/api/picture`` ``?slide=12&step=1`` -> a slide as WebP; its ``ETag`` is the :attr:`Place.picture` it is
``GET /co/api/outline`` :class:`Outline`
``GET /co/api/people``  ``?q=an`` -> :class:`DeskList`: who is on the roster, and who is here
``WS /co/ws``           as ``/ws``: the token first, then a :class:`CoState` at once and after every change
======================  ========================================================================================

Refusals are :class:`CoRefusal`: 401 ``co`` the console is not in (withdrawn, or of another session), 403 ``code``,
403 ``seat`` that cannot be had,
409 ``moved`` the room was elsewhere when this was pressed, 409 ``waiting`` a checkpoint is unanswered (send it
again with ``leave`` and a fresh key), 409 ``refused``, 429 ``slow``, 503 ``disk``; with 409 ``state`` is true now.

The same ``key`` again does nothing twice. ``seen`` is sent back as it was told.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from imhtrainer.domain.events import Screen
from imhtrainer.room.protocol import Code, Stage, Text

Action = Literal[
    "next",
    "back",
    "go",
    "screen",
    "caption",
    "ease",
    "question",
    "break",
    "break_change",
    "break_end",
    "timer",
    "timer_pause",
    "timer_change",
    "timer_stop",
    "open",
    "close",
    "count",
    "undo",
    "reveal",
    "sign_in",
    "sign_out",
    "walk_in",
    "admit",
    "decline",
]
Minutes = Annotated[float, Meta(ge=-180, le=180)]


class JoinRequest(Struct, kw_only=True):
    """A console wants to come in; ``name`` is who helps, for the record."""

    code: Code
    name: Text = ""


class SeenTold(Struct, kw_only=True, frozen=True):
    """Where the room is: slide, step, what the projector shows, the shown question's vote, what time does."""

    slide: int
    step: int
    screen: Screen
    vote: int
    voting: str
    time: str = ""


class DoRequest(Struct, kw_only=True):
    """One press. What ``do`` needs besides: ``go`` a slide, ``screen`` a screen, ``count`` choice and hands,
    ``caption`` a line, ``ease`` which and whether ``on``, ``break``, ``break_change`` and ``timer_change``
    minutes, ``sign_in`` and ``sign_out`` an attendee, ``walk_in`` a name, ``admit`` and ``decline`` a seat.
    """

    key: Annotated[str, Meta(min_length=8, max_length=64)]
    seen: SeenTold
    do: Action
    leave: bool = False
    slide: Annotated[int, Meta(ge=0, le=10_000)] = 0
    screen: Screen = "live"
    choice: Annotated[int, Meta(ge=0, le=9)] = 0
    hands: Annotated[int, Meta(ge=0, le=999)] = 0
    line: Annotated[int, Meta(ge=0, le=10_000)] = 0
    ease: Literal["large", "contrast", "captions"] = "captions"
    on: bool = False
    minutes: Minutes = 0.0
    attendee: Code = ""
    name: Text = ""
    seat: Code = ""


class Place(Struct, kw_only=True):
    """A slide at a step: ``title`` in full, ``label`` for an outline, ``steps`` it takes before the next.

    ``answer`` tells a question's answer page, ``picture`` is the key of its picture, empty where none is to be had.
    """

    slide: int
    step: int
    steps: int
    number: int
    title: str
    label: str
    question: bool
    answer: bool
    picture: str = ""


class Clock(Struct, kw_only=True):
    """The section's clock in seconds as it stood when this was told; it ``runs`` or waits.

    ``behind`` is whole minutes (negative: ahead); ``ends`` and ``planned`` are ISO 8601.
    """

    section: str
    planned: float
    spent: float
    runs: bool
    behind: int
    ends: str
    planned_end: str
    pause: float | None
    advice: Literal["", "leave out", "shorten"] = ""
    advice_slide: str = ""
    advice_minutes: float = 0.0
    advice_enough: bool = False


class TimerTold(Struct, kw_only=True):
    """The activity's timer, in seconds as it stood when this was told; ``here`` where its slide is shown."""

    left: float
    total: float
    runs: bool
    here: bool


class Timing(Struct, kw_only=True):
    """Whether a question is taken, the ``activity``'s minutes on this slide (0: none), and its timer."""

    question: bool
    activity: float
    timer: TimerTold | None


class EaseTold(Struct, kw_only=True):
    """How the room's screen is made easier to read."""

    large: bool
    contrast: bool
    captions: bool


class CaptionTold(Struct, kw_only=True):
    """The line the room reads, 0-based of ``lines``; ``text`` is empty after the last, ``coming`` comes next.

    A slide without words to read, or with a question that is still to be answered, has no lines.
    """

    line: int
    lines: int
    text: str
    coming: str


class ChoiceCounted(Struct, kw_only=True):
    """A choice and how many took it, by source."""

    letter: str
    text: str
    right: bool
    hands: int
    phones: int
    paper: int


class Vote(Struct, kw_only=True):
    """The shown question's newest round; ``by_hand`` tells whether raised hands can answer it at all.

    ``answered`` are people by any way, ``declined`` of them rather do not say. ``share`` of right answers and the
    ``move`` it asks for are empty while nothing is known.
    """

    kind: str
    state: Literal["open", "closed", "revealed"]
    vote: int
    choices: list[ChoiceCounted]
    answered: int
    here: int
    phones: int
    paper: int
    hands: int
    declined: int
    by_hand: bool
    can_undo: bool
    can_reveal: bool
    move: Literal["", "reveal", "talk", "explain"]
    share: float


class Waiting(Struct, kw_only=True):
    """A phone whose person waits for a word: the name it said, and whom on the roster is meant, if anybody."""

    seat: str
    name: str
    asks: str


class CoState(Struct, kw_only=True):
    """All that the console shows, but for notes, outline and roster, which are asked for."""

    run: str
    at: int
    title: str
    lang: str
    stage: Stage
    name: str
    seen: SeenTold
    here: Place
    next: Place | None
    slides: int
    pages: int
    clock: Clock
    timing: Timing
    ease: EaseTold
    caption: CaptionTold | None
    vote: Vote | None
    signed_in: int
    expected: int
    waiting: list[Waiting]


class Joined(Struct, kw_only=True):
    """The console is in: the token is told this once."""

    token: str
    state: CoState


class Words(Struct, kw_only=True):
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


class Note(Struct, kw_only=True):
    """A paragraph of the notes under its head, such as “Say”."""

    head: str
    words: list[Words]
    listed: bool


class SlideNotes(Struct, kw_only=True):
    """A slide's title, minutes and notes."""

    slide: int
    title: str
    minutes: float
    notes: list[Note]


class OutlineSlide(Struct, kw_only=True):
    """A slide in the outline; ``number`` is printed on it."""

    number: int
    label: str
    section: int
    question: bool


class Outline(Struct, kw_only=True):
    """All sections and slides in order."""

    sections: list[str]
    slides: list[OutlineSlide]


class DeskPerson(Struct, kw_only=True):
    """Somebody on the roster; ``came`` is ISO 8601, empty for who has not come."""

    id: str
    name: str
    here: bool
    came: str


class DeskList(Struct, kw_only=True):
    """Who a search found; ``more`` were left out."""

    people: list[DeskPerson]
    more: int


class CoRefusal(Struct, kw_only=True):
    """Why not: ``reason`` for the page, ``error`` in words."""

    reason: str
    error: str
    state: CoState | None = None
