"""The sign-in sheet: who was there, from when to when, with room for a signature."""

from datetime import datetime, tzinfo

from imhtrainer.documents.flow import MARGIN, SIZES
from imhtrainer.documents.setting import Type
from imhtrainer.documents.sheet import Cell, Row, Sheet, compose_sheet
from imhtrainer.domain.credit import recorded_minutes
from imhtrainer.domain.roster import Attendee, Interval, by_name
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.wording import clock_range, clock_time, long_date
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.page import Page

_NAME = Type(12, 16, bold=True)
_TEXT = Type(11, 15)
_HEAD = Type(10, 14, "ink-soft")


def compose_sign_in_sheet(state: SessionState, kit: Kit, now: datetime) -> tuple[Page, ...]:
    """Pages with every attendee by name; before the session the times stay open.

    Of a training that was held without the program nobody signed: the sheet says what was recorded, and how.
    """
    people = enumerate(by_name(state.roster), 1)
    rows = tuple(_row(state, person, number, now) for number, person in people)
    sheet = Sheet(
        heading="Attendance as recorded" if state.elsewhere else "Sign-in sheet",
        lines=session_lines(state, now),
        rows=rows,
        repeated=(_head_row(state),),
        foot="Rehearsal, made-up people" if state.rehearsal else state.details.organisation,
    )
    return compose_sheet(sheet, kit, state.details.paper, state.plan.lang)


def session_lines(state: SessionState, now: datetime) -> tuple[str, ...]:
    """Training, date and place, facilitator: the lines under a record's heading.

    Of a training that was held without the program the hour is not known.
    """
    details = state.details
    starts = details.starts or state.started or now
    zone = starts.tzinfo
    began, ended = state.started or starts, state.ended
    local = began.astimezone(zone)
    hours = clock_range(local, ended.astimezone(zone)) if ended else clock_time(local)
    place = ", ".join(part for part in (details.venue, details.city) if part)
    who = ", ".join(part for part in (details.facilitator, details.credentials) if part)
    lines = (
        state.plan.full_title,
        long_date(local.date()) if state.elsewhere else f"{long_date(local.date())}, {hours}",
        place,
        f"Facilitator: {who}" if who else "",
    )
    return tuple(line for line in lines if line)


def _columns(state: SessionState) -> tuple[tuple[float, float], ...]:
    width = SIZES[state.details.paper][0] - 2 * MARGIN
    signature = width - 388
    return ((0, 24), (28, 186), (222, 118), (344, 28), (388, signature))


def _head_row(state: SessionState) -> Row:
    last = "How it was recorded" if state.elsewhere else "Signature"
    labels = ("", "Name", "In and out", "Min", last)
    cells = tuple(
        Cell(x, w, label, _HEAD) for (x, w), label in zip(_columns(state), labels, strict=True)
    )
    return Row(cells, least=20, rule="ink-soft")


def _row(state: SessionState, person: Attendee, number: int, now: datetime) -> Row:
    stays = state.presence(person.id).intervals
    zone = (state.details.starts or now).tzinfo
    times = "\n".join(_stay(stay, zone) for stay in stays)
    minutes = recorded_minutes(state, person.id, now)
    how = ""
    if state.elsewhere:
        decided = state.override(person.id)
        times, how = "Not recorded", decided.reason if decided else ""
    texts = (str(number), person.name, times, "" if minutes is None else str(minutes), how)
    styles = (_HEAD, _NAME, _TEXT, _TEXT, _HEAD)
    cells = tuple(
        Cell(x, w, text, style)
        for (x, w), text, style in zip(_columns(state), texts, styles, strict=True)
    )
    return Row(cells, least=30, rule="edge")


def _stay(stay: Interval, zone: tzinfo | None) -> str:
    start = stay.start.astimezone(zone)
    return clock_range(start, stay.end.astimezone(zone)) if stay.end else f"{clock_time(start)} to"
