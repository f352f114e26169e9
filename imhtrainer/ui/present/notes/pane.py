"""The speaker notes, in a size that can be read from where the facilitator stands."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from imhtrainer.domain.deck import Run, Slide, Text
from imhtrainer.domain.notes import NotePart, feedback_parts, note_parts
from imhtrainer.ui.present.buttons.letter_button import LetterButton
from imhtrainer.ui.present.figures import minutes_figures
from imhtrainer.ui.style.fonts import ensure_scripts
from imhtrainer.ui.style.look import Look
from imhtrainer.ui.widgets.frames import column, row, scrolling
from imhtrainer.ui.widgets.words import label

SMALLEST, LARGEST, STEP = 15, 32, 1
"""Pixels of the notes' text, and how much one press changes."""

LARGE = 4 / 3
"""How much larger the notes are in wide windows."""


class NotesPane(QWidget):
    """Heading with minutes and two letters that change the size; the notes scroll under it."""

    sized = Signal(int)

    def __init__(self, look: Look, pixels: int) -> None:
        super().__init__()
        self._look = look
        self._pixels = min(max(pixels, SMALLEST), LARGEST)
        self._large = False
        self._slide: Slide | None = None
        self._minutes = label(rank="small")
        self.words = label(wrap=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.smaller = LetterButton(look, 13, self.tr("Smaller notes (Ctrl −)"))
        self.larger = LetterButton(look, 19, self.tr("Larger notes (Ctrl +)"))
        self.smaller.clicked.connect(lambda: self.resize_text(-STEP))
        self.larger.clicked.connect(lambda: self.resize_text(STEP))
        self._area = scrolling(self.words)
        self._lay_out()
        look.changed.connect(self._write)

    @property
    def pixels(self) -> int:
        """The size of the notes' text."""
        return self._pixels

    def show_large(self, large: bool) -> None:
        """A third larger in wide windows, which stand further away."""
        if large != self._large:
            self._large = large
            self._write()

    def show_notes(self, slide: Slide | None) -> None:
        """Show a slide's notes from their beginning."""
        if slide is self._slide:
            return
        self._slide = slide
        self._minutes.setText(self._time_words(slide.minutes) if slide is not None else "")
        self._write()
        self._area.verticalScrollBar().setValue(0)

    def resize_text(self, change: int) -> None:
        """Make the text larger or smaller."""
        wanted = min(max(self._pixels + change, SMALLEST), LARGEST)
        if wanted != self._pixels:
            self._pixels = wanted
            self._write()
            self.sized.emit(wanted)

    def _write(self) -> None:
        font = QFont(self.words.font())
        font.setPixelSize(self._shown_pixels())
        self.words.setFont(font)
        body = "".join(self._part(part) for part in self._parts())
        self.words.setText(body or self._nothing())
        ensure_scripts(self.words.text())

    def _parts(self) -> tuple[NotePart, ...]:
        if self._slide is None:
            return ()
        told = feedback_parts(self._slide.question, self.tr("A word for each choice"))
        return (*note_parts(self._slide.notes), *told)

    def _part(self, part: NotePart) -> str:
        head, pixels = "", self._shown_pixels()
        if part.head:
            plum = self._look.hex("plum")
            head = (
                f'<p style="color:{plum};font-size:{max(round(pixels * 0.62), 15)}px;'
                f'font-weight:600;margin:0 0 2px 0">{escape(part.head)}</p>'
            )
        bullet = "•&nbsp;" if part.listed else ""
        return (
            f'{head}<p style="font-size:{pixels}px;margin:0 0 12px 0;line-height:124%">'
            f"{bullet}{_html(part.text)}</p>"
        )

    def _time_words(self, minutes: float) -> str:
        if minutes < 1:
            return self.tr("{0} s for this slide").format(round(minutes * 60))
        return self.tr("{0} min for this slide").format(minutes_figures(minutes))

    def _shown_pixels(self) -> int:
        return round(self._pixels * LARGE) if self._large else self._pixels

    def _nothing(self) -> str:
        soft = self._look.hex("ink-soft")
        words = self.tr("No notes on this slide.")
        return f'<p style="color:{soft}">{escape(words)}</p>'

    def _lay_out(self) -> None:
        inside = column(self, spacing=8)
        head = row(spacing=12)
        head.addWidget(label(self.tr("Notes"), "strong"))
        head.addWidget(self._minutes, 1)
        head.addWidget(self.smaller)
        head.addWidget(self.larger)
        inside.addLayout(head)
        inside.addWidget(self._area, 1)


def _html(text: Text) -> str:
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    if run.italic:
        words = f"<i>{words}</i>"
    return f"<b>{words}</b>" if run.bold else words
