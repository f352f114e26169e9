"""What of a page is heading, paragraph, list, table or picture: its operators in marked content."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from imhtrainer.layout.page import (
    Box,
    ChartBox,
    GlyphRun,
    GroupBox,
    Page,
    PictureBox,
    QrBox,
    TableBox,
    TextBox,
    TextParagraph,
)
from imhtrainer.render.pdf.content import STATIC, Content
from imhtrainer.render.pdf.structure import Element, Elements, Key

_MARK = "bullet-"
_DOT = "•"
_SIGN_BEFORE = re.compile(r"number|choice-\w+-letter")
_SIGN_AFTER = re.compile(r"step-\d+")
_MARK_NUMBER = re.compile(r"(?<=<</MCID )\d+(?=>> BDC)")
_MOST_READ = 120
"""Letters of a QR symbol's text that are read out."""

_MOST_READY = 100
"""Groups of elements that are kept ready."""

_ITEMS = ("item", "steps")
"""Text boxes of which every paragraph is an item; the choices of a question are items with a letter."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """A static group as it stands on every page: operators with places for its marks' numbers, and its elements."""

    group: GroupBox
    content: Content
    drawn: str
    marks: int
    elements: Elements
    forms: dict[str, None]

    def operators(self, first: int) -> str:
        """The operators with marks that count from ``first``."""
        return self.drawn % tuple(range(first, first + self.marks))


@dataclass(slots=True)
class _Stretch:
    """Words of a paragraph that lead to the same place, or nowhere, with their runs and operators."""

    link: str
    text: str = ""
    runs: list[GlyphRun] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    @property
    def turned(self) -> bool:
        """Whether some of it runs from the right, so that its runs do not stand as they are read."""
        return any(run.right_to_left for run in self.runs)


class SharedGroups:
    """The static groups of a file; each is drawn and read once, as forms that every page names."""

    def __init__(self) -> None:
        self._known: dict[int, list[_Shared]] = {}
        self._ready: dict[tuple[Key, ...], Elements] = {}

    def ready(self, elements: Iterable[Element]) -> Elements:
        """Elements made ready; those of a page's own are often the same as on the page before."""
        key = tuple([element.key() for element in elements])
        found = self._ready.get(key)
        if found is None:
            if len(self._ready) >= _MOST_READY:
                self._ready.clear()
            found = self._ready[key] = Elements.of(elements)
        return found

    def of(self, group: GroupBox, content: Content) -> _Shared:
        """A group as it stands on the page of ``content``."""
        known = self._known.setdefault(id(group), [])
        found = next((shared for shared in known if shared.content.suits(content)), None)
        if found is None:
            found = self._like(group, content) or self._drawn(group, content)
            known.append(found)
        return found

    def _like(self, group: GroupBox, content: Content) -> _Shared | None:
        """The same group under another group's name in memory, which is kept for as long as its name."""
        for shared in chain.from_iterable(self._known.values()):
            if shared.content.suits(content) and shared.group == group:
                return replace(shared, group=group)
        return None

    def _drawn(self, group: GroupBox, content: Content) -> _Shared:
        forms: list[str] = []

        def fold(drawn: Iterable[str]) -> Iterator[str]:
            forms.append(fresh.form(drawn))
            yield f"/{forms[-1]} Do"

        fresh = content.afresh()
        page = TaggedPage(fresh, self, fold)
        text = "\n".join(page.operators(group.boxes)).replace("%", "%%")
        drawn, marks = _MARK_NUMBER.subn("%d", text)
        ((elements, _),) = page.groups() or ((Elements.of(()), 0),)
        return _Shared(group, fresh, drawn, marks, elements, dict.fromkeys(forms))


class TaggedPage:
    """Puts a page's operators into marked content.

    ``fold`` turns the operators of one mark into others. ``link`` gives the number of the annotation that a
    linked run will have, 0 where it leads nowhere.
    """

    def __init__(
        self,
        content: Content,
        shared: SharedGroups,
        fold: Callable[[Iterable[str]], Iterable[str]] = iter,
        link: Callable[[GlyphRun], int] = lambda _run: 0,
    ) -> None:
        self._groups: list[tuple[Elements, int]] = []
        self._elements: list[Element] = []
        self._marks = 0
        self._content, self._shared, self._fold, self._link = content, shared, fold, link
        self._list: Element | None = None
        self._loose: list[str] = []
        # Numbers that are drawn before their items, and items whose numbers are drawn after them.
        self._numbers: list[list[str]] = []
        self._unnumbered: list[Element] = []

    def page(self, page: Page) -> Iterator[str]:
        """The operators of a whole page."""
        self._loose.append(self._content.ground(page.ground))
        return self.operators(page.boxes)

    def operators(self, boxes: Iterable[Box]) -> Iterator[str]:
        """The operators of boxes, each inside the element that it belongs to."""
        yield from self._boxes(boxes)
        for drawn in self._numbers:  # of items that never came
            yield from self._inside(self._new("P"), drawn)
        yield from self._decoration()

    def groups(self) -> tuple[tuple[Elements, int], ...]:
        """The elements of what was drawn, in groups, with the number that the marks of each count from."""
        self._close_group()
        return tuple(self._groups)

    def _close_group(self) -> None:
        if self._elements:
            self._groups.append((self._shared.ready(self._elements), 0))
        self._elements, self._list = [], None

    def _boxes(self, boxes: Iterable[Box]) -> Iterator[str]:
        for box in boxes:
            drawn = self._content.operators((box,))
            match box:
                case TextBox():
                    yield from self._text(box)
                case TableBox():
                    yield from self._table(box)
                case PictureBox(alt=alt) | ChartBox(alt=alt) | GroupBox(alt=alt) if alt:
                    yield from self._inside(self._new("Figure", alt), drawn)
                case QrBox():
                    yield from self._inside(self._new("Figure", _symbol_words(box)), drawn)
                case GroupBox(name=name) if name.startswith(_MARK):
                    yield from self._mark(box)
                case GroupBox(name=name) if name == STATIC:
                    yield from self._static(box)
                case GroupBox():
                    yield from self._boxes(box.boxes)
                case _:
                    self._loose += drawn

    def _static(self, box: GroupBox) -> Iterator[str]:
        shared = self._shared.of(box, self._content)
        yield from self._decoration()
        yield shared.operators(self._marks)
        self._close_group()
        self._groups.append((shared.elements, self._marks))
        self._marks += shared.marks
        self._content.used |= shared.forms

    def _decoration(self) -> Iterator[str]:
        """What was drawn since the last mark and belongs to no element."""
        if self._loose:
            drawn, self._loose = self._loose, []
            yield from ("/Artifact BMC", *self._fold(drawn), "EMC")

    def _text(self, box: TextBox) -> Iterator[str]:
        if box.role == "number":
            self._loose += self._content.text(box.paragraphs)
        elif _SIGN_AFTER.fullmatch(box.name):
            yield from self._mark(box)
        elif _SIGN_BEFORE.fullmatch(box.name):
            self._numbers += [list(self._content.text(box.paragraphs))]
        else:
            for paragraph in box.paragraphs:
                if any(line.runs for line in paragraph.lines):
                    yield from self._paragraph(box, paragraph)

    def _paragraph(self, box: TextBox, paragraph: TextParagraph) -> Iterator[str]:
        chosen = box.role == "choice" and bool(self._numbers)
        if paragraph.bullet is not None or box.name in _ITEMS or chosen:
            item = self._item()
            if self._numbers:
                yield from self._inside(item.under("Lbl"), self._numbers.pop(0))
            element = item.under("LBody")
            bullet = paragraph.bullet.text if paragraph.bullet else _DOT
            if bullet != _DOT or box.name == "steps":
                self._unnumbered.append(item)
        else:
            element = self._new(_kind(box, paragraph))
        if _is_linked(paragraph):
            yield from self._linked(element, paragraph)
            return
        element.text = " ".join(paragraph.text.split()) if len(paragraph.lines) > 1 else ""
        yield from self._inside(element, self._content.text((paragraph,)))

    def _linked(self, above: Element, paragraph: TextParagraph) -> Iterator[str]:
        """A paragraph with links: each stretch of words is an element, those that lead somewhere a link."""
        stretches: list[_Stretch] = []
        for line in paragraph.lines:
            for run, drawn in self._content.line(line):
                if not stretches or stretches[-1].link != run.link:
                    stretches.append(_Stretch(run.link))
                stretches[-1].runs.append(run)
                stretches[-1].drawn.append(drawn)
                stretches[-1].text += run.text
            if stretches:
                stretches[-1].text += " "
        for stretch in stretches:
            numbers = [self._link(run) for run in stretch.runs] if stretch.link else []
            element = above.under("Link" if any(numbers) else "Span")
            element.links = [number for number in numbers if number]
            element.text = "" if stretch.turned else re.sub(r"\s+", " ", stretch.text)
            yield from self._inside(element, stretch.drawn)

    def _mark(self, box: GroupBox | TextBox) -> Iterator[str]:
        """A number that is drawn after its item is read before it."""
        drawn = self._content.operators((box,))
        if self._unnumbered:
            item = self._unnumbered.pop(0)
            label = item.under("Lbl")
            item.kids.insert(0, item.kids.pop())
            yield from self._inside(label, drawn)
        else:
            self._loose += drawn

    def _item(self) -> Element:
        if self._list is None:
            self._list = Element("L")
            self._elements.append(self._list)
        return self._list.under("LI")

    def _table(self, box: TableBox) -> Iterator[str]:
        self._loose += self._content.grounds(box)
        table = self._new("Table", box.alt)
        for number, row in enumerate(box.cells):
            line = table.under("TR")
            for cell in row:
                kind = "TH" if box.headed and number == 0 else "TD"
                yield from self._cell(line.under(kind), cell.text.paragraphs)

    def _cell(self, element: Element, paragraphs: Sequence[TextParagraph]) -> Iterator[str]:
        if not any(_is_linked(paragraph) for paragraph in paragraphs):
            yield from self._inside(element, self._content.text(paragraphs))
            return
        for paragraph in paragraphs:
            yield from self._linked(element, paragraph)

    def _new(self, kind: str, alt: str = "") -> Element:
        self._list = None
        self._elements.append(Element(kind, alt))
        return self._elements[-1]

    def _inside(self, element: Element, drawn: Iterable[str]) -> Iterator[str]:
        yield from self._decoration()
        element.marks.append(self._marks)
        yield f"/{element.kind} <</MCID {self._marks}>> BDC"
        self._marks += 1
        yield from self._fold(drawn)
        yield "EMC"


def _is_linked(paragraph: TextParagraph) -> bool:
    return any(run.link for line in paragraph.lines for run in line.runs)


def _symbol_words(box: QrBox) -> str:
    """What a symbol says, where a person can make something of it: a seal is letters without sense."""
    return f"QR code: {box.text}" if len(box.text) <= _MOST_READ else "QR code"


def _kind(box: TextBox, paragraph: TextParagraph) -> str:
    level = paragraph.heading or (1 if box.role == "title" else 0)
    return f"H{level}" if level else "P"
