"""The training itself: every slide fits and has its pictures, every letter has a glyph."""

from imhtrainer.decks.problem import Problem
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_slide
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.services.preflight.finding import Finding, good, wrong


def look_at_slides(deck: Deck, kit: Kit, context: Context) -> Finding:
    """Whether every slide can be painted: its pictures are there and its text fits."""
    for index, slide in enumerate(deck.slides):
        try:
            compose_slide(deck, index, context, kit)
        except LayoutError as error:
            return wrong(
                f"“{slide.label}” (line {error.line} of the deck) cannot be shown: {error}"
            )
    return good(f"All {len(deck.slides)} slides can be shown, with their pictures and fonts.")


def look_at_text(problems: tuple[Problem, ...]) -> Finding:
    """Whether the deck's text is sound."""
    if not problems:
        return good("The deck is sound.")
    first = problems[0]
    more = f" There are {len(problems) - 1} more." if len(problems) > 1 else ""
    return wrong(f"Line {first.line}: {first.message}{more}")
