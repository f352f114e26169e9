"""What stands on a page, whatever boxes it is packed in: texts, lines and runs in reading order."""

from collections.abc import Iterable, Iterator

from imhtrainer.layout.page import Box, GlyphRun, GroupBox, Line, Page, TableBox, TextBox


def text_boxes(boxes: Iterable[Box]) -> Iterator[TextBox]:
    """Every text box, also those in groups and table cells, from back to front."""
    for box in boxes:
        match box:
            case TextBox():
                yield box
            case GroupBox():
                yield from text_boxes(box.boxes)
            case TableBox():
                yield from (cell.text for row in box.cells for cell in row)


def text_lines(boxes: Iterable[Box]) -> Iterator[Line]:
    """Every line of every text box."""
    for box in text_boxes(boxes):
        for paragraph in box.paragraphs:
            yield from paragraph.lines


def glyph_runs(boxes: Iterable[Box]) -> Iterator[GlyphRun]:
    """Every glyph run of every line."""
    for line in text_lines(boxes):
        yield from line.runs


def missing_letters(source: Page | Box) -> tuple[str, ...]:
    """The letters that no font has, each once, in order: they are drawn as boxes."""
    boxes = source.boxes if isinstance(source, Page) else (source,)
    return tuple(dict.fromkeys(run.text for run in glyph_runs(boxes) if run.missing))
