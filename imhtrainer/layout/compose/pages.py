"""From a deck to its pages, in the order in which they are shown and exported."""

from collections.abc import Callable, Iterator

from imhtrainer.domain.deck import Deck, Layout
from imhtrainer.layout.compose.activity import compose_activity
from imhtrainer.layout.compose.answer import compose_answer_page
from imhtrainer.layout.compose.checkpoint import compose_checkpoint
from imhtrainer.layout.compose.closing import compose_closing
from imhtrainer.layout.compose.columns import compose_columns
from imhtrainer.layout.compose.diagram import compose_diagram
from imhtrainer.layout.compose.ink import with_ink
from imhtrainer.layout.compose.join_card import compose_join_card
from imhtrainer.layout.compose.logo import compose_logo_page
from imhtrainer.layout.compose.picture import compose_picture
from imhtrainer.layout.compose.points import compose_points_page
from imhtrainer.layout.compose.quote import compose_quote
from imhtrainer.layout.compose.resources import compose_resources
from imhtrainer.layout.compose.rest import compose_break_page
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.section import compose_section
from imhtrainer.layout.compose.table import compose_table
from imhtrainer.layout.compose.text import compose_text
from imhtrainer.layout.compose.title import compose_title
from imhtrainer.layout.context import BreakFacts, Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

Composer = Callable[[Scene], Page]


def compose_slide(deck: Deck, index: int, context: Context, kit: Kit) -> Page:
    """The page of a slide; of a checkpoint, its question. ``LayoutError`` where it does not fit."""
    scene = Scene(deck, index, context, kit)
    page = _composer(scene.slide.layout)(scene)
    return with_ink(page, context.ink.get((scene.slide.id, 0), ()))


def compose_answer(deck: Deck, index: int, context: Context, kit: Kit) -> Page:
    """The answer page of a checkpoint; ``LayoutError`` where it does not fit."""
    scene = Scene(deck, index, context, kit)
    return with_ink(compose_answer_page(scene), context.ink.get((scene.slide.id, 1), ()))


def compose_deck(deck: Deck, context: Context, kit: Kit) -> tuple[Page, ...]:
    """All pages in order: a revealed question is followed by its answer."""
    return tuple(_pages(deck, context, kit))


def compose_points(deck: Deck, context: Context, kit: Kit) -> Page:
    """The summary of the five points; ``LayoutError`` for a deck that has none."""
    return compose_points_page(Scene(deck, 0, context, kit))


def compose_logo(deck: Deck, context: Context, kit: Kit) -> Page:
    """The page for a break; ``LayoutError`` where the logo cannot be read."""
    return compose_logo_page(Scene(deck, 0, context, kit))


def compose_invitation(context: Context, kit: Kit, lang: str = "en") -> Page:
    """The join card of the context's invitation, which no deck holds; ``LayoutError`` where there is none."""
    return compose_join_card(context, kit, lang)


def compose_break(deck: Deck, index: int, facts: BreakFacts, context: Context, kit: Kit) -> Page:
    """The page of a break taken on a slide; ``LayoutError`` where the slide's title does not fit."""
    return compose_break_page(Scene(deck, index, context, kit), facts)


def _pages(deck: Deck, context: Context, kit: Kit) -> Iterator[Page]:
    for index, slide in enumerate(deck.slides):
        yield compose_slide(deck, index, context, kit)
        if slide.pages > 1:
            yield compose_answer(deck, index, context, kit)


def _composer(layout: Layout) -> Composer:
    match layout:
        case "title":
            return compose_title
        case "section":
            return compose_section
        case "text":
            return compose_text
        case "columns":
            return compose_columns
        case "picture":
            return compose_picture
        case "quote":
            return compose_quote
        case "table":
            return compose_table
        case "diagram":
            return compose_diagram
        case "checkpoint":
            return compose_checkpoint
        case "activity":
            return compose_activity
        case "resources":
            return compose_resources
        case "closing":
            return compose_closing
