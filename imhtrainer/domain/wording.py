"""Numbers, dates and times in words, as people in the United States write them on paper."""

from collections.abc import Iterable
from datetime import date, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def counted(number: int, thing: str) -> str:
    """``1 page``, ``12 pages``: a number with what it counts, ``thing`` in the singular."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def listed(things: Iterable[str]) -> str:
    """``one, two and three``."""
    *before, last = things
    return f"{', '.join(before)} and {last}" if before else last


def long_date(day: date) -> str:
    """``November 21, 2026``."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def clock_time(moment: datetime) -> str:
    """``11:15 AM``, in the moment's own time zone."""
    return f"{_hour(moment)}:{moment.minute:02d} {_half(moment)}"


def clock_range(start: datetime, end: datetime) -> str:
    """``10:00 to 11:15 AM``; both halves of the day are named when they differ."""
    if _half(start) == _half(end) and start.date() == end.date():
        return f"{_hour(start)}:{start.minute:02d} to {clock_time(end)}"
    return f"{clock_time(start)} to {clock_time(end)}"


def _hour(moment: datetime) -> int:
    return moment.hour % 12 or 12


def _half(moment: datetime) -> str:
    return "AM" if moment.hour < 12 else "PM"
