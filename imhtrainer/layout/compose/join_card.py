"""The join card: a whole page that brings phones into the room, in two steps."""

from dataclasses import replace

from imhtrainer.domain.deck import Deck, Run, Section, Slide
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose.describe import describe
from imhtrainer.layout.compose.join_strip import CODE, put_address, qr_tile
from imhtrainer.layout.compose.scene import PAGE_HEIGHT, PAGE_WIDTH, Scene
from imhtrainer.layout.compose.setting import (
    TITLE,
    Style,
    paragraph,
    put,
    put_line,
    put_middle,
    single,
    spans,
)
from imhtrainer.layout.compose.shapes import disc, sign_in_disc
from imhtrainer.layout.context import Context, Invitation
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, Page
from imhtrainer.layout.text import Frame, text_width
from imhtrainer.layout.wifi import wifi_text

LEFT, RIGHT, COLUMN = 56.0, 496.0, 408.0
TILE, TILE_TOP = 228.0, 158.0
BELOW = 396.0

_LARGEST = 24.0
_TEXT = Style(26, 34)


def compose_join_card(context: Context, kit: Kit, lang: str) -> Page:
    """The card of the context's invitation; ``LayoutError`` where there is none."""
    invitation = context.invitation
    if invitation is None:
        raise LayoutError("phones cannot join: there is no address to show")
    heading = house_words(lang).say("join_heading")
    scene = _scene(context, kit, lang, heading)
    boxes = (
        put(scene, Frame(56, 36, 848, 52), (paragraph(heading, TITLE),), "title", "title"),
        *_network(scene, invitation),
        *_page(scene, invitation),
        put_line(scene, 56, 512, 848, scene.say("join_promise"), single(24, "ink-soft"), "promise"),
    )
    return Page(
        width=PAGE_WIDTH,
        height=PAGE_HEIGHT,
        ground="sand",
        boxes=boxes,
        palette=scene.kit.theme.colors,
        layout="join",
        title=heading,
        description=describe(boxes),
        lang=lang,
    )


def _scene(context: Context, kit: Kit, lang: str, heading: str) -> Scene:
    """A deck of this one page: the card is laid out as slides are."""
    slide = Slide("join", (Run(heading),), "text", 0)
    section = Section("join", heading, 0, 0, (slide,))
    deck = Deck(heading, lang, kit.theme.name, 0, "", "", (section,))
    return Scene(deck, 0, context, kit)


def _network(scene: Scene, invitation: Invitation) -> list[Box]:
    """The first step: the same Wi-Fi as the laptop, by its symbol where its name may be shown."""
    boxes = _step(scene, 1, LEFT, scene.say("join_wifi"))
    if not invitation.wifi:
        words = scene.say("join_same")
        frame = Frame(LEFT, TILE_TOP, COLUMN - 60, TILE)
        return [*boxes, put_middle(scene, frame, words, _TEXT, "wifi-hint")]
    password = scene.say("no_password")
    if invitation.password:
        password = scene.say("password", word=invitation.password)
    return [
        *boxes,
        *qr_tile(wifi_text(invitation.wifi, invitation.password), LEFT, TILE_TOP, TILE, "wifi-qr"),
        _sized(scene, Frame(LEFT, BELOW, COLUMN, 32), invitation.wifi, True, "wifi-name"),
        _sized(scene, Frame(LEFT, BELOW + 36, COLUMN, 32), password, False, "wifi-password"),
    ]


def _page(scene: Scene, invitation: Invitation) -> list[Box]:
    """The second step: the page's symbol, its address to type, and the room's code."""
    beside = RIGHT + TILE + 24
    code = Frame(beside, TILE_TOP + 96, COLUMN - TILE - 24, CODE.lead)
    return [
        *_step(scene, 2, RIGHT, scene.say("open_page")),
        *qr_tile(invitation.url, RIGHT, TILE_TOP, TILE, "join-qr"),
        put_line(
            scene, beside, TILE_TOP + 76, 156, scene.say("room_code"), single(24), "join-code-word"
        ),
        put(scene, code, (paragraph(invitation.code, CODE),), "join-code"),
        put_address(scene, Frame(RIGHT, BELOW, COLUMN, 32), invitation.address),
        put_line(scene, RIGHT, BELOW + 52, COLUMN, scene.say("or_type"), single(24), "type-it"),
    ]


def _step(scene: Scene, number: int, x: float, words: str) -> list[Box]:
    middle = 124.0
    return [
        disc(x + 20, middle, 20, "sun", name=f"step-{number}-disc"),
        sign_in_disc(scene, x + 20, middle, str(number), 24, "ink", f"step-{number}"),
        put_line(
            scene, x + 56, middle, COLUMN - 56, words, single(28, bold=True), f"head-{number}"
        ),
    ]


def _sized(scene: Scene, frame: Frame, words: str, bold: bool, name: str) -> Box:
    """A name as long as it is, as large as fits on its line."""
    style = Style(_LARGEST, frame.h, bold=bold)
    wide = text_width(scene.kit.fonts, spans(words, style))
    size = min(_LARGEST, _LARGEST * frame.w / wide)
    return put(scene, frame, (paragraph(words, replace(style, size=size)),), name)
