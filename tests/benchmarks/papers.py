"""Prints what layout, PowerPoint and certificates cost: python -m tests.benchmarks.papers."""

import io
import statistics
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas

from imhtrainer.decks.parser import read_deck
from imhtrainer.documents.certificate import CertificatePrinter
from imhtrainer.domain.certificate import Certificate, make_serial
from imhtrainer.domain.deck import Deck
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.kit import Kit, load_kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.render.pdf import write_pdf
from imhtrainer.render.pptx import write_pptx
from imhtrainer.resources import slides_path
from imhtrainer.services.takeaway import Product, TakeAway, compose_takeaway
from tests.benchmarks.figures import seconds_of, tell, tell_ratio

PEOPLE = 500
NAMES = (
    "Ana Lucía Fuentes Marrero",
    "Nguyễn Thị Ánh Tuyết",
    "محمد عبد الرحمن",
    "Rosa María de los Ángeles Villavicencio Echeverría",
    "王小明",
    "Devonte Williams",
    "श्रीकृष्ण त्रिपाठी",
)
FACTS = Certificate(
    serial="",
    attendee="",
    name="",
    training="Infant Mental Health – It Starts on Day 1",
    held_on="2026-11-21",
    minutes=75,
    issued=datetime(2026, 11, 21, 16, 30, tzinfo=UTC),
    times="10:00 to 11:15 AM",
    venue="Alhambra Family Center",
    city="Coral Gables, Florida",
    objectives=("Define infant mental health", "Name two places to find help"),
    facilitator="Marisol Herrera-Quintana",
    organisation="Harborlight Family Counseling",
)


def main() -> None:
    """Measure and print."""
    deck = read_deck(slides_path() / "it-starts-on-day-1")
    kit = load_kit()
    pages = compose_deck(deck, Context(), kit)
    layout = seconds_of(lambda: compose_deck(deck, Context(), kit))
    tell("Layout, a slide", statistics.median(layout) / len(pages) * 1000, "ms", "at most 5")

    hundred = [
        replace(page, slide_id=f"{page.slide_id}-{n}") for n, page in enumerate((pages * 2)[:100])
    ]
    ours = seconds_of(lambda: write_pptx(hundred, io.BytesIO(), DocumentMeta("Deck"), kit.theme), 3)
    peer = seconds_of(plain_presentation, 3)
    tell("PowerPoint, 100 slides, process time", statistics.median(ours), "s", "at most 0.6")
    tell_ratio("  against bare title-and-text slides", ours, peer, "python-pptx alone")

    products: tuple[Product, ...] = ("handout", "workbook", "guide")
    for product in products:
        ours = seconds_of(partial(print_product, TakeAway(product), deck, kit), 3)
        tell(f"The training's {product}", statistics.median(ours), "s", "handout under 2")

    ours = seconds_of(lambda: write_certificates(CertificatePrinter(kit, Path)), 3)
    peer = seconds_of(plain_certificates, 3)
    tell("Certificates with QR", PEOPLE / statistics.median(ours), "pages/s", "at least 400")
    tell_ratio(
        "  against the same words without QR or other scripts", ours, peer, "reportlab alone"
    )


def print_product(order: TakeAway, deck: Deck, kit: Kit) -> None:
    """Compose and write what a facilitator prints."""
    pages = compose_takeaway(order, deck, Context(), kit)
    write_pdf(pages, io.BytesIO(), DocumentMeta(deck.title))


def write_certificates(printer: CertificatePrinter) -> None:
    """500 people, each with an own name, serial and QR symbol."""
    pages = (
        printer.page(
            replace(FACTS, serial=make_serial(2026, n), name=f"{NAMES[n % len(NAMES)]} {n}")
        )
        for n in range(PEOPLE)
    )
    write_pdf(pages, io.BytesIO(), DocumentMeta("Certificates"))


def plain_certificates() -> None:
    """The peer: standard font, no shaping, no QR."""
    canvas = Canvas(io.BytesIO(), pagesize=(792, 612))
    for n in range(PEOPLE):
        for line in range(20):
            canvas.drawString(212, 560 - 24 * line, f"{NAMES[0]} {n}, a line of the paper")
        canvas.showPage()
    canvas.save()


def plain_presentation() -> None:
    """The peer: 100 slides of the default template with a title and a text each."""
    deck = Presentation()
    for n in range(100):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Slide {n}"
        slide.placeholders[1].text = "One\nTwo\nThree"
        slide.notes_slide.notes_text_frame.text = "Say this."
    deck.save(io.BytesIO())


if __name__ == "__main__":
    main()
