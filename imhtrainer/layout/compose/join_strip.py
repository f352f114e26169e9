"""The strip beside a question through which phones come in: QR symbol, address, room code, turnout."""

from pkgutil import resolve_name

from imhtrainer.layout.compose.scene import PAGE_HEIGHT, Scene
from imhtrainer.layout.compose.setting import Style, paragraph, put, put_first_that_fits
from imhtrainer.layout.compose.shapes import card, line
from imhtrainer.layout.context import Invitation, Turnout
from imhtrainer.layout.page import Box, RectBox, TextBox
from imhtrainer.layout.text import Frame

LEFT, STRIP_WIDTH = 688.0, 272.0
BESIDE_RIGHT = 655.0
"""Where what stands beside the strip ends."""

_INSIDE, _ROOM = 720.0, 208.0
_HEAD = Style(24, 32, bold=True)
_SOFT = Style(24, 32)
ADDRESSES = (_HEAD, Style(20, 32, bold=True), Style(16, 32, bold=True), Style(13, 32, bold=True))
"""An address is as long as it is: what does not fit is set smaller."""

CODE = Style(48, 56, "lagoon", bold=True)
_COUNTS = (Style(42, 52, "lagoon", bold=True), Style(34, 52, "lagoon", bold=True))


def join_strip(scene: Scene, invitation: Invitation) -> list[Box]:
    """The strip's boxes; the turnout stands there while a round is held, and alone when it is closed."""
    ground = RectBox(LEFT, 0, STRIP_WIDTH, PAGE_HEIGHT, "sand", name="join-strip")
    turnout = scene.context.turnout
    if turnout is not None and turnout.closed:
        return [ground, *_closed(scene, turnout)]
    boxes: list[Box] = [
        ground,
        _line(scene, 26, scene.say("by_phone"), _HEAD, "join-head"),
        *qr_tile(invitation.url, _INSIDE, 72, _ROOM, "join-qr"),
        put_address(scene, Frame(_INSIDE, 288, _ROOM, 32), invitation.address),
        _line(scene, 322, scene.say("room_code"), _SOFT, "join-code-word"),
        _line(scene, 350, invitation.code, CODE, "join-code"),
    ]
    if turnout is not None:
        boxes += _turnout(scene, turnout, 418)
    return boxes


def qr_tile(text: str, x: float, y: float, w: float, name: str) -> list[Box]:
    """A QR symbol on a white tile of ``w`` points, its quiet zone inside the tile."""
    place_quiet_qr = resolve_name("imhtrainer.layout.qr:place_quiet_qr")
    return [
        card(Frame(x, y, w, w), "surface", name=f"{name}-tile"),
        place_quiet_qr(text, x, y, w, name),
    ]


def put_address(scene: Scene, frame: Frame, address: str) -> TextBox:
    """The address to type, bold, in the largest size that fits."""
    return put_first_that_fits(scene, frame, address, ADDRESSES, "join-address")


def turnout_words(scene: Scene, turnout: Turnout) -> tuple[str, str]:
    """``14 of 21`` and ``have answered``; the head count is left out where nobody has signed in."""
    say = scene.say
    told = turnout.here >= turnout.answered > 0 or (turnout.here and not turnout.answered)
    count = str(turnout.answered)
    if told:
        count = say("number_of", number=turnout.answered, count=turnout.here)
    return count, say("has_answered" if turnout.answered == 1 else "have_answered")


def _closed(scene: Scene, turnout: Turnout) -> list[Box]:
    """In the middle of the strip: that voting is closed, and how many have answered."""
    frame = Frame(_INSIDE, 204, _ROOM, 32)
    head = put_first_that_fits(scene, frame, scene.say("vote_closed"), ADDRESSES, "join-head")
    return [head, *_turnout(scene, turnout, 246)]


def _turnout(scene: Scene, turnout: Turnout, top: float) -> list[Box]:
    count, words = turnout_words(scene, turnout)
    frame = Frame(_INSIDE, top + 6, _ROOM, 52)
    return [
        line(_INSIDE, top, _INSIDE + _ROOM, top, "ink-soft", 1.5, "join-line"),
        put_first_that_fits(scene, frame, count, _COUNTS, "join-count"),
        _line(scene, top + 56, words, _SOFT, "join-count-words"),
    ]


def _line(scene: Scene, top: float, words: str, style: Style, name: str) -> TextBox:
    frame = Frame(_INSIDE, top, _ROOM, style.lead)
    return put(scene, frame, (paragraph(words, style),), name)
