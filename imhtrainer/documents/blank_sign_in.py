"""The sign-in sheet before the session: every name with room for the right spelling, times and a signature."""

from datetime import datetime

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.documents.sign_in_sheet import session_lines
from imhtrainer.domain.roster import by_name
from imhtrainer.domain.session import SessionState
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

WALK_INS = 6
"""Rows without a name, for who comes unannounced."""

_NAME = Type(12, 15, bold=True)
_HEAD = Type(9.5, 12, "ink-soft")
_NUMBER = Type(10, 14, "ink-soft")


def compose_blank_sign_in(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """Pages with everybody on the roster by name, then rows for walk-ins; nothing is filled in."""
    names = (*(person.name for person in by_name(state.roster)), *("",) * WALK_INS)
    sheet = Sheet(
        heading="Sign-in sheet",
        lines=(
            *session_lines(state, now),
            "Please sign when you come and write when you leave. Your certificate is printed "
            "with this name: if a letter is wrong, write it right beside it.",
        ),
        rows=tuple(_row(state, name, number) for number, name in enumerate(names, start=1)),
        repeated=(_head_row(state),),
        foot="Rehearsal, made-up people" if state.rehearsal else state.details.organisation,
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def _columns(state: SessionState) -> tuple[tuple[float, float], ...]:
    width = SIZES[state.details.paper][0] - 2 * MARGIN
    return ((0, 20), (22, 146), (178, 96), (284, 46), (340, 46), (396, width - 396))


def _head_row(state: SessionState) -> Row:
    labels = ("", "Name", "Right spelling", "In", "Out", "Signature")
    cells = tuple(
        Cell(x, w, words, _HEAD) for (x, w), words in zip(_columns(state), labels, strict=True)
    )
    return Row(cells, least=28, rule="ink-soft")


def _row(state: SessionState, name: str, number: int) -> Row:
    texts = (str(number), name, "", "", "", "")
    styles = (_NUMBER, _NAME, _NAME, _NAME, _NAME, _NAME)
    cells = tuple(
        Cell(x, w, text, style)
        for (x, w), text, style in zip(_columns(state), texts, styles, strict=True)
    )
    dividers = tuple(x - 5 for x, _w in _columns(state)[2:])
    return Row(cells, least=34, rule="edge-control", dividers=dividers)
