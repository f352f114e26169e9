"""What all certificates of one session share: heading, training, facts, objectives, signature."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from imhtrainer.documents.certificate import facts
from imhtrainer.documents.certificate.objectives import objective_boxes
from imhtrainer.documents.setting import Type, paragraph, put
from imhtrainer.domain.certificate import Certificate
from imhtrainer.domain.errors import CertificateError, LayoutError
from imhtrainer.domain.wording import long_date
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Align, Box, PathBox, TextBox
from imhtrainer.layout.pictures import place_picture
from imhtrainer.layout.text import count_lines

_WIDTH = 525.0
_TITLE = Type(22, 30, semibold=True, family="head")
_SOFT = Type(12.5, 17, "ink-soft")
_SMALL = Type(9.5, 13, "ink-soft")
_VALUE = Type(13.5, 18, bold=True)
_SCAN = "Scan to compare with these facts."
_VALUE_IN_TWO = Type(11.5, 15, bold=True)


class SharedPart:
    """The boxes of a session's certificates, moved by ``dx``, ``dy`` for another paper."""

    def __init__(
        self,
        kit: Kit,
        picture: Callable[[str], Path],
        certificate: Certificate,
        dx: float,
        dy: float,
    ) -> None:
        self._kit = kit
        self._picture = picture
        self._facts = certificate
        self._dx = dx
        self._dy = dy

    def boxes(self) -> tuple[Box, ...]:
        """All shared boxes, in reading order."""
        drop = 30.0 if self._title_lines() == 2 else 0.0
        return (
            *self._organisation(),
            *self._heading(),
            *self._training(),
            *self._columns(drop),
            *self._objectives(drop),
            *self._signature(),
            *self._foot(),
        )

    def _title_lines(self) -> int:
        return count_lines(self._kit.fonts, (paragraph(self._facts.training, _TITLE),), _WIDTH)

    def _organisation(self) -> tuple[Box, ...]:
        boxes: list[Box] = []
        if self._facts.organisation:
            style = Type(15, 20, "lagoon", bold=True, family="head")
            boxes.append(
                self._put(212, 56, 460, 20, self._facts.organisation, style, "organisation")
            )
        if self._facts.address:
            style = Type(10, 14, "ink-soft")
            boxes.append(self._put(212, 76, 460, 14, self._facts.address, style, "address"))
        if self._facts.logo:
            frame = self._frame(689, 50, 48, 48)
            alt = f"Logo of {self._facts.organisation or 'the organization'}"
            path = self._picture(self._facts.logo)
            boxes.append(place_picture(path, frame, "contain", alt, "logo", across="right"))
        return tuple(boxes)

    def _heading(self) -> tuple[Box, ...]:
        rehearsal = self._facts.rehearsal
        heading = "Rehearsal, not a certificate" if rehearsal else "Certificate of completion"
        style = Type(34, 44, "lagoon", bold=True, family="head")
        lead = "Made up to try the print" if rehearsal else "This records that"
        return (
            self._put(212, 106, _WIDTH, 44, heading, style, "heading"),
            self._put(212, 164, _WIDTH, 17, lead, _SOFT, "records"),
        )

    def _training(self) -> tuple[Box, ...]:
        lines = self._title_lines()
        rehearsal = self._facts.rehearsal
        completed = (
            f"for the {self._facts.delivery} training"
            if rehearsal
            else f"completed the {self._facts.delivery} training"
        )
        if self._facts.number:
            completed += f" {self._facts.number}"
        return (
            self._rule(212, 247, 737, 247, "sun", 1.5),
            self._put(212, 256, 226, 17, completed, _SOFT, "completed"),
            self._put(
                212, 275, _WIDTH, 30 * max(lines, 1), self._facts.training, _TITLE, "training"
            ),
        )

    def _columns(self, drop: float) -> tuple[Box, ...]:
        top = 320 + drop
        held = long_date(date.fromisoformat(self._facts.held_on))
        hours = facts.hours_words(self._facts)
        return (
            *self._fact(212, top, 128, "Date", held, self._facts.times),
            *self._fact(362, top, 180, "Place", self._facts.venue, self._facts.city),
            *self._fact(562, top, 175, "Contact hours", hours, facts.basis_words(self._facts)),
            self._rule(349, top + 2, 349, top + 42, "path", 0.75),
            self._rule(549, top + 2, 549, top + 42, "path", 0.75),
        )

    def _fact(
        self, x: float, y: float, w: float, label: str, value: str, detail: str
    ) -> tuple[Box, ...]:
        in_two = count_lines(self._kit.fonts, (paragraph(value or " ", _VALUE),), w) > 1
        style, height = (_VALUE_IN_TWO, 30.0) if in_two else (_VALUE, 18.0)
        boxes = [self._put(x, y, w, 13, label, _SMALL, f"{label} label")]
        if value:
            boxes.append(self._put(x, y + 14, w, height, value, style, label))
        if detail:
            detail_top = y + 14 + height + (0 if in_two else 1)
            lines = count_lines(self._kit.fonts, (paragraph(detail, _SMALL),), w)
            high = 26.0 if lines > 1 and not in_two else 13.0
            boxes.append(self._put(x, detail_top, w, high, detail, _SMALL, f"{label} detail"))
        return tuple(boxes)

    def _objectives(self, drop: float) -> tuple[Box, ...]:
        if not self._facts.objectives:
            return ()
        label = self._put(212, 380 + drop, 200, 13, "Objectives", _SMALL, "objectives")
        left, top = 212 + self._dx, 394 + drop + self._dy
        tight = drop > 0
        return (label, *objective_boxes(self._kit.fonts, self._facts.objectives, left, top, tight))

    def _signature(self) -> tuple[Box, ...]:
        boxes: list[Box] = []
        if self._facts.signature:
            frame = self._frame(212, 466, 150, 48)
            alt = f"Signature of {self._facts.facilitator}"
            path = self._picture(self._facts.signature)
            boxes.append(
                place_picture(
                    path, frame, "contain", alt, "signature", across="left", down="bottom"
                )
            )
        boxes.append(self._rule(212, 518, 408, 518, "ink", 0.75))
        facilitator, signatory = (
            facts.facilitator_words(self._facts) or " ",
            facts.signatory_words(self._facts),
        )
        role = f"Facilitator: {facilitator}" if signatory else "Facilitator"
        style = Type(11.5, 15, bold=True)
        boxes.append(self._put(212, 522, 260, 15, signatory or facilitator, style, "facilitator"))
        boxes.append(self._put(212, 537, 260, 13, role, _SMALL, "role"))
        return tuple(boxes)

    def _foot(self) -> tuple[Box, ...]:
        limits = facts.limits_words(self._facts)
        style = Type(9.5, 13, "ink-soft")
        scan = "Signed by the issuer: scan to check." if self._facts.seal else _SCAN
        return (
            self._put(430, 490, 206, 13, "Serial", style, "serial label", "right"),
            self._put(430, 521, 206, 13, scan, style, "scan", "right"),
            self._put(430, 534, 206, 13, "Works without internet.", style, "offline", "right"),
            self._limits(limits),
        )

    def _limits(self, words: str) -> TextBox:
        """One line where it suffices, else two a little higher."""
        style = Type(9, 12, "ink-soft")
        lines = count_lines(self._kit.fonts, (paragraph(words, style),), _WIDTH)
        top, height = (560, 12) if lines == 1 else (555, 24)
        return self._put(212, top, _WIDTH, height, words, style, "limits")

    def _frame(self, x: float, y: float, w: float, h: float) -> Frame:
        return Frame(x + self._dx, y + self._dy, w, h)

    def _put(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        text: str,
        style: Type,
        name: str,
        align: Align = "left",
    ) -> TextBox:
        try:
            return put(self._kit.fonts, self._frame(x, y, w, h), text, style, name, align)
        except LayoutError as error:
            raise CertificateError(
                f"The certificate has no room for “{text}” ({error}). Shorten it under Details."
            ) from error

    def _rule(
        self, x: float, y: float, to_x: float, to_y: float, color: str, width: float
    ) -> PathBox:
        ends = (("M", (x + self._dx, y + self._dy)), ("L", (to_x + self._dx, to_y + self._dy)))
        return PathBox(ends, stroke=color, stroke_width=width, round_ends=False, name="rule")
