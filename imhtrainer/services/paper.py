"""What a training gives on paper: slides, handouts, the workbook, the facilitator guide."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from imhtrainer.documents.guide import compose_guide
from imhtrainer.documents.handout import HandoutWords, SlidesPerPage, compose_handout
from imhtrainer.documents.workbook import compose_workbook
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.edition import Edition
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page
from imhtrainer.services.exporting import Progress, compose_edition, document_meta, write_pages

PaperKind = Literal["handout", "workbook", "guide"]


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What to print on which paper; ``each`` and ``edition`` say which slides a handout's page holds."""

    kind: PaperKind
    paper: Paper = "letter"
    each: SlidesPerPage = 3
    edition: Edition = "participant"


def compose_paper(order: PaperOrder, deck: Deck, context: Context, kit: Kit) -> tuple[Page, ...]:
    """The pages of an order; ``LayoutError`` with the deck's file and line for what does not fit."""
    match order.kind:
        case "handout":
            slides = compose_edition(order.edition, deck, context, kit)
            words = HandoutWords(deck.title, context.place_line, deck.lang)
            return compose_handout(slides, order.each, order.paper, words, kit)
        case "workbook":
            return compose_workbook(deck, context, order.paper, kit)
        case "guide":
            return compose_guide(deck, context, order.paper, kit)


def write_paper(
    order: PaperOrder,
    deck: Deck,
    out: Path,
    context: Context,
    kit: Kit,
    progress: Progress | None = None,
) -> int:
    """Write an order to one PDF and return its number of pages; the old file stays until it is complete."""
    pages = compose_paper(order, deck, context, kit)
    write_pages(pages, out, document_meta(deck, context), progress)
    return len(pages)
