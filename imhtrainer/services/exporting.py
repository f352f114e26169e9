"""A deck as PowerPoint, PDF or pictures; the heavy writers are reached only when one is wanted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, BinaryIO, Literal

from imhtrainer.decks.source import find_source
from imhtrainer.domain.deck import Deck
from imhtrainer.domain.edition import Edition, deck_in
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.compose import compose_deck
from imhtrainer.layout.context import Context
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.layout.page import Page
from imhtrainer.store.files import replace_file
from imhtrainer.store.folder import APP_NAME

Progress = Callable[[int, int], None]
Painter = Callable[[Sequence[Page], int], Iterable[bytes]]
ExportKind = Literal["pptx", "pdf"]


def export_deck(
    kind: ExportKind,
    deck: Deck,
    out: Path,
    context: Context,
    kit: Kit,
    progress: Progress | None = None,
    edition: Edition = "trainer",
    template: Path | None = None,
) -> tuple[str, ...]:
    """Write a deck's pages to one file; the old file stays whole until the new one is complete.

    ``template`` is an organization's own PowerPoint file; what comes back are sentences about how
    the slides stand on it. Raises RenderError for a template that cannot be used, LayoutError, with
    file and line, for a slide that does not fit, and StoreError for the disk.
    ``progress`` may raise Cancelled to stop.
    """
    pages = compose_edition(edition, deck, context, kit)
    meta = document_meta(deck, context)
    if kind == "pdf":
        write_pages(pages, out, meta, progress)
        return ()
    pptx = import_module("imhtrainer.render.pptx")
    house = _read_house(template) if template else None

    def write(stream: BinaryIO) -> None:
        pptx.write_pptx(pages, stream, meta, kit.theme, progress, house)

    replace_file(out, write)
    return _remarks_on(house, pages) if house else ()


def _remarks_on(house: Any, pages: Sequence[Page]) -> tuple[str, ...]:
    remarks_on = resolve_name("imhtrainer.render.pptx.house:remarks_on")
    return tuple(remarks_on(house, pages))


def _read_house(template: Path) -> Any:
    read = resolve_name("imhtrainer.render.pptx.house.reading:read_house")
    return read(template)


def compose_edition(edition: Edition, deck: Deck, context: Context, kit: Kit) -> tuple[Page, ...]:
    """The pages of an edition; participants see no result either, for the highest bar tells the answer."""
    shown = context if edition == "trainer" else replace(context, tallies={})
    return compose_pages(deck_in(edition, deck), shown, kit)


def write_pages(
    pages: Sequence[Page],
    out: Path,
    meta: DocumentMeta,
    progress: Progress | None = None,
    sign: Callable[[bytes], bytes] | None = None,
) -> None:
    """Write any pages (a deck's, a sign-in sheet's, results') to one PDF, signed where ``sign`` is given."""
    write_pdf = resolve_name("imhtrainer.render.pdf:write_pdf")

    def write(stream: BinaryIO) -> None:
        if sign is None:
            write_pdf(pages, stream, meta, progress)
            return
        whole = BytesIO()
        write_pdf(pages, whole, meta, progress)
        stream.write(sign(whole.getvalue()))

    replace_file(out, write)


def compose_pages(deck: Deck, context: Context, kit: Kit) -> tuple[Page, ...]:
    """All pages of a deck; a LayoutError says the deck's file and line."""
    try:
        return compose_deck(deck, context, kit)
    except LayoutError as error:
        file = find_source(Path(deck.folder))
        raise LayoutError(f"{file}:{error.line}: {error}", error.line) from error


def document_meta(deck: Deck, context: Context, product: str = "") -> DocumentMeta:
    """What a file made of a deck says about itself; without a facilitator it is the program's work.

    A ``workbook`` or a ``guide`` says so before the deck's title, in its language: both may be open at once.
    """
    named = product in ("workbook", "guide")
    before = f"{house_words(deck.lang).say(product)}: " if named else ""
    return DocumentMeta(
        title=f"{before}{deck.title}",
        author=context.facilitator_line or APP_NAME,
        subject=deck.subtitle,
        lang=deck.lang,
        keywords=("infant mental health",),
    )


def export_pictures(
    deck: Deck, folder: Path, context: Context, kit: Kit, width: int, png_pictures: Painter
) -> tuple[Path, ...]:
    """Write every page as ``slide-001.png`` and so on into ``folder``; ``png_pictures`` needs Qt."""
    pages = compose_pages(deck, context, kit)
    written = []
    for number, picture in enumerate(png_pictures(pages, width), start=1):
        path = folder / f"slide-{number:03d}.png"
        replace_file(path, partial(_write_bytes, picture))
        written.append(path)
    return tuple(written)


def _write_bytes(content: bytes, out: BinaryIO) -> None:
    out.write(content)
