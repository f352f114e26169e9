from collections.abc import Callable
from math import sin
from pathlib import Path

from openxml_audit import validate_pptx

from imhtrainer.domain.ink import make_stroke
from imhtrainer.layout.compose.ink import with_ink
from imhtrainer.layout.page import Page

LINES = (
    make_stroke("pen", "coral", 5, [(100 + x, 300 + 60 * sin(x / 40)) for x in range(600)]),
    make_stroke("highlighter", "sun", 22, [(80, 100), (500, 104)]),
    make_stroke("pen", "lagoon", 3, [(700, 400), (800, 450)], step=2),
    make_stroke("pen", "ink", 12, [(850, 100)]),
)


def test_both_validators_are_content_with_lines_that_appear_at_a_click(
    page: Callable[..., Page],
    written: Callable[..., bytes],
    tmp_path: Path,
    microsoft_errors: Callable[[bytes], list[str]],
) -> None:
    blob = written(with_ink(page(steps=2), LINES), with_ink(page(), LINES[:2]))
    out = tmp_path / "drawn.pptx"
    out.write_bytes(blob)
    assert [str(error) for error in validate_pptx(out).errors] == []
    assert microsoft_errors(blob) == []
