"""What a training gives away: PowerPoint, slides, handouts, the workbook, the guide, answer sheets."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from imhtrainer.documents.answer_sheet import compose_answer_sheets
from imhtrainer.documents.guide import compose_guide
from imhtrainer.documents.handout import HandoutWords, SlidesPerPage, compose_handout
from imhtrainer.documents.workbook import compose_workbook
from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.edition import Edition
from imhtrainer.domain.plan import make_plan
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page
from imhtrainer.services.exporting import (
    Progress,
    compose_edition,
    document_meta,
    export_deck,
    write_pages,
)
from imhtrainer.store.files import safe_name

Product = Literal["powerpoint", "slides", "handout", "workbook", "guide", "answers"]

_NAMES: dict[Product, str] = {
    "powerpoint": "slides",
    "slides": "slides",
    "handout": "handout",
    "workbook": "workbook",
    "guide": "facilitator guide",
    "answers": "answer sheets",
}


@dataclass(frozen=True, slots=True)
class TakeAway:
    """One order: what, for whom, on which paper.

    ``each`` is how many slides a handout's page holds, ``sheets`` how many answer sheets; ``results`` asks for
    the room's answers on the answer pages, ``drawings`` for what was drawn on the slides; ``template`` is a
    PowerPoint file of the organization's own.
    """

    product: Product = "powerpoint"
    edition: Edition = "trainer"
    paper: Paper = "letter"
    each: SlidesPerPage = 3
    sheets: int = 24
    results: bool = False
    drawings: bool = True
    template: Path | None = None


def compose_takeaway(order: TakeAway, deck: Deck, context: Context, kit: Kit) -> tuple[Page, ...]:
    """The pages of an order; ``LayoutError`` with the deck's file and line for what does not fit."""
    shown = _shown(order, context)
    match order.product:
        case "powerpoint" | "slides":
            return compose_edition(order.edition, deck, shown, kit)
        case "handout":
            slides = compose_edition(order.edition, deck, shown, kit)
            words = HandoutWords(deck.title, context.place_line, deck.lang)
            return compose_handout(slides, order.each, order.paper, words, kit)
        case "workbook":
            return compose_workbook(deck, shown, order.paper, kit)
        case "guide":
            return compose_guide(deck, shown, order.paper, kit)
        case "answers":
            plan = make_plan(deck)
            return compose_answer_sheets(plan, context.place_line, order.sheets, order.paper, kit)


def write_takeaway(
    order: TakeAway,
    deck: Deck,
    out: Path,
    context: Context,
    kit: Kit,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Write an order to one file; the old file stays whole until the new one is complete.

    What comes back are sentences about how slides stand on a template. Raises LayoutError, RenderError for a
    template that cannot be used, StoreError for the disk; ``progress`` may raise Cancelled to stop.
    """
    if order.product == "powerpoint":
        shown = _shown(order, context)
        return export_deck(
            "pptx", deck, out, shown, kit, progress, order.edition, template=order.template
        )
    pages = compose_takeaway(order, deck, context, kit)
    write_pages(pages, out, document_meta(deck, context, order.product), progress)
    return ()


def _shown(order: TakeAway, context: Context) -> Context:
    """What of the session the order asks for."""
    return replace(
        context,
        tallies=context.tallies if order.results else {},
        ink=context.ink if order.drawings else {},
    )


def takeaway_name(order: TakeAway, deck: Deck) -> str:
    """The file's name: ``Infant Mental Health – It Starts on Day 1, handout with answers.pdf``.

    A trainers' handout says that it holds answers, so that nobody copies it for the room.
    """
    kept_apart = order.product in ("powerpoint", "slides", "handout")
    edition = " for participants" if kept_apart and order.edition == "participant" else ""
    if order.product == "handout" and order.edition == "trainer":
        edition = " with answers"
    ending = "pptx" if order.product == "powerpoint" else "pdf"
    return f"{safe_name(deck.title, f', {_NAMES[order.product]}{edition}')}.{ending}"
