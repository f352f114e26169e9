"""Sets a design's boxes for one certificate: each in the first of its steps that holds its words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from imhtrainer.documents.certificate.facts import WORDS, FactWords, qr_text
from imhtrainer.documents.certificate.lists import set_agenda, set_list
from imhtrainer.documents.certificate.template import (
    NAME,
    AgendaPart,
    EllipsePart,
    ListPart,
    Paper,
    Part,
    PathPart,
    PicturePart,
    RectPart,
    SetPart,
    SymbolPart,
    Template,
    TextPart,
    Try,
)
from imhtrainer.documents.setting import paragraph
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CertificateError
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Box, EllipseBox, PathBox, RectBox, TextBox, TextParagraph
from imhtrainer.layout.paths import Affine, mapped, path_data
from imhtrainer.layout.pictures import place_picture
from imhtrainer.layout.qr import place_qr
from imhtrainer.layout.text import fitting_lines, set_text

HAIR = 0.5
"""Points nobody sees."""


@dataclass(frozen=True, slots=True)
class Move:
    """How far a box was moved down, and how far its lower end was, in points."""

    moved: float
    end: float


_STILL = Move(0.0, 0.0)


class Setter:
    """Sets boxes of one certificate in turn; ``moves`` tell how far each box so far was moved, and its end."""

    def __init__(
        self,
        kit: Kit,
        picture: Callable[[str], Path],
        template: Template,
        certificate: Certificate,
        moves: dict[str, Move] | None = None,
    ) -> None:
        self._kit, self._picture, self._template = kit, picture, template
        self.certificate = certificate
        self._words = FactWords(certificate)
        self._paper: Paper = template.papers[certificate.paper]
        self.moves: dict[str, Move] = dict(moves or {})

    def boxes(self, part: Part) -> tuple[Box, ...]:
        """What a box of the design draws; nothing where it has nothing to say.

        Raises ``CertificateError`` for words that not even the last step holds.
        """
        down = self._followed(part).end
        self.moves[part.name] = Move(down, down)
        dx, dy = self._paper.right, self._paper.down + down
        if part.needs and not self._has(part.needs):
            return ()
        match part:
            case TextPart():
                return self._text(part, dx, dy)
            case ListPart() | AgendaPart():
                return self._list(part, dx, dy)
            case PicturePart():
                return self._placed(part, dx, dy)
            case SymbolPart(at=(x, y, side)):
                return (place_qr(qr_text(self.certificate), x + dx, y + dy, side, quick=True),)
            case RectPart(at=(x, y, w, h)):
                edge = part.stroke_width
                return (
                    RectBox(x + dx, y + dy, w, h, part.fill, part.stroke, edge, name=part.name),
                )
            case EllipsePart(at=(x, y, w, h)):
                edge = part.stroke_width
                return (EllipseBox(x + dx, y + dy, w, h, part.fill, part.stroke, edge, part.name),)
            case PathPart():
                return (_path(part, dx, dy),)

    def words(self, part: TextPart) -> str:
        """The words of a box with the facts filled in."""
        written = part.rehearsal if part.rehearsal and self.certificate.rehearsal else part.words
        return written.format_map(self._words).strip()

    def _has(self, fact: str) -> bool:
        return bool(self._words[fact] if fact in WORDS else getattr(self.certificate, fact))

    def set_words(self, part: TextPart, words: str) -> tuple[int, TextBox] | None:
        """The words in the first step that holds them, with its number; None where none does."""
        down = self._followed(part).end
        return self._first_fit(part, words, self._paper.right, self._paper.down + down)

    def _followed(self, part: Part) -> "Move":
        return self.moves.get(part.follows, _STILL)

    def _text(self, part: TextPart, dx: float, dy: float) -> tuple[Box, ...]:
        words = self.words(part)
        if not words:
            return ()
        found = self._first_fit(part, words, dx, dy)
        if found is None:
            raise CertificateError(
                f"The certificate has no room for “{words}”. Shorten it under Details."
            )
        number, box = found
        self._grow(part, number)
        return (box,)

    def _first_fit(
        self, part: TextPart, words: str, dx: float, dy: float
    ) -> tuple[int, TextBox] | None:
        fonts = self._kit.fonts
        for number, way in enumerate(part.tries()):
            style, (x, y, w, h) = self._template.types[way.type], way.at
            if part.level:
                style = replace(style, heading=part.level)
            said = paragraph(words, style, part.align)
            lines = fitting_lines(fonts, (said,), w, way.lines * style.lead)
            if lines and y + dy + lines * style.lead <= self._lowest(part, way) + HAIR:
                return number, self._put(part, Frame(x + dx, y + dy, w, h), said)
        return None

    def _put(self, part: TextPart, frame: Frame, said: TextParagraph) -> TextBox:
        """The words in their frame; where they ``hug``, those read from the right stand at its left edge.

        The paper is set flush left: a name at the far right would stand apart from what it belongs to.
        """
        role = "title" if part.name == NAME else ""
        box = set_text(self._kit.fonts, frame, (said,), part.name, role)
        lines = box.paragraphs[0].lines
        if not part.hug or all(line.x <= frame.x + HAIR for line in lines):
            return box
        hugging = replace(frame, w=max(line.width for line in lines) + HAIR)
        return set_text(self._kit.fonts, hugging, (said,), part.name, role)

    def _list(self, part: ListPart | AgendaPart, dx: float, dy: float) -> tuple[Box, ...]:
        fonts, certificate = self._kit.fonts, self.certificate
        for number, way in enumerate(part.tries()):
            style = self._template.types[way.type]
            x, y, w, h = way.at
            room = Frame(x + dx, y + dy, w, min(h, self._lowest(part, way) - y - dy))
            if isinstance(part, ListPart):
                boxes = set_list(fonts, part, way, style, getattr(certificate, part.fact), room)
            else:
                boxes = set_agenda(fonts, part, way, style, certificate.agenda, room)
            if boxes is not None:
                self._grow(part, number)
                return boxes
        raise CertificateError(self._no_room(part))

    def _lowest(self, part: SetPart, way: Try) -> float:
        """The lowest point of a box's words on the paper; it moves with what the followed box follows."""
        if way.until is None:
            return self._paper.height
        return way.until + self._followed(part).moved + self._paper.down

    def _grow(self, part: SetPart, number: int) -> None:
        ways = tuple(part.tries())
        first, taken = ways[0].at, ways[number].at
        moved = self.moves[part.name].moved
        end = moved + taken[1] + taken[3] - first[1] - first[3]
        self.moves[part.name] = Move(moved, end)

    def _no_room(self, part: ListPart | AgendaPart) -> str:
        if isinstance(part, AgendaPart):
            return (
                f"The second page has no room for {len(self.certificate.agenda)} sections. "
                "Leave the second page out."
            )
        items: tuple[str, ...] = getattr(self.certificate, part.fact)
        longest = max(items, key=len)
        where = "at the top of deck.md" if part.fact == "objectives" else "under Details"
        return (
            f"The certificate has no room for these {len(items)} {part.fact}. "
            f"Shorten them {where}; the longest is “{longest}”."
        )

    def _placed(self, part: PicturePart, dx: float, dy: float) -> tuple[Box, ...]:
        certificate = self.certificate
        name = certificate.logo if part.fact == "logo" else certificate.signature
        if not name:
            return ()
        alt = f"Logo of {certificate.organisation or 'the organization'}"
        if part.fact == "signature":
            alt = f"Signature of {certificate.signatory or certificate.facilitator}"
        x, y, w, h = part.at
        frame, path = Frame(x + dx, y + dy, w, h), self._picture(name)
        return (
            place_picture(
                path, frame, "contain", alt, part.name, across=part.across, down=part.down
            ),
        )


def _path(part: PathPart, dx: float, dy: float) -> PathBox:
    commands = mapped(path_data(part.d) or (), Affine(e=dx, f=dy))
    round_ends = part.ends == "round"
    return PathBox(commands, part.fill, part.stroke, part.stroke_width, round_ends, name=part.name)
