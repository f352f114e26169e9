"""Dates, times and counts as a person says them, in the system's own manner."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

if TYPE_CHECKING:
    from imhtrainer.domain.events import Details

translate = QCoreApplication.translate


def say_time(moment: datetime) -> str:
    """A time of day as the system writes it: ``10:41 AM``."""
    local = moment.astimezone() if moment.tzinfo else moment
    return QLocale.system().toString(
        QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat
    )


def say_day(moment: datetime, *, weekday: bool = False, short: bool = False) -> str:
    """A day: ``November 21``, ``Saturday, November 21`` or, short, ``Nov 21``."""
    month = "MMM" if short else "MMMM"
    day = "ddd, " if short else "dddd, "
    return QLocale.system().toString(_date(moment), (day if weekday else "") + f"{month} d")


def say_moment(moment: datetime) -> str:
    """Day and time: ``Saturday, November 21, 10:41 AM``."""
    return f"{say_day(moment, weekday=True)}, {say_time(moment)}"


def when_and_where(details: Details, hour: bool = True) -> str:
    """When and where a session is, as far as it is known: of some no ``hour`` is."""
    if details.starts is None:
        when = translate("wording", "No date yet")
    else:
        when = say_moment(details.starts) if hour else say_day(details.starts, weekday=True)
    return " · ".join(part for part in (when, details.venue) if part)


def clock(seconds: float) -> str:
    """A length on the clock: ``38:40``, from one hour on ``1:02:07``."""
    whole = max(int(seconds), 0)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def say_ago(then: datetime, now: datetime) -> str:
    """How long ago: ``just now``, ``3 minutes ago``, ``yesterday``, ``on October 24``."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return translate("wording", "just now")
    if minutes < 60:
        return (
            translate("wording", "{0} minutes ago").format(minutes)
            if minutes > 1
            else translate("wording", "1 minute ago")
        )
    days = (now.astimezone().date() - then.astimezone().date()).days
    if days == 0:
        hours = minutes // 60
        return (
            translate("wording", "{0} hours ago").format(hours)
            if hours > 1
            else translate("wording", "1 hour ago")
        )
    return (
        translate("wording", "yesterday")
        if days == 1
        else translate("wording", "on {0}").format(say_day(then))
    )


def say_count(count: int, one: str, many: str) -> str:
    """``one`` for a single thing, otherwise ``many`` with the count in it."""
    return one if count == 1 else many.format(count)


def greeting(name: str, now: datetime) -> str:
    """``Good morning, Marisol``, by the hour and the first name, without title."""
    hour = now.astimezone().hour
    said = translate("wording", "Good evening")
    if hour < 12:
        said = translate("wording", "Good morning")
    elif hour < 18:
        said = translate("wording", "Good afternoon")
    words = name.split()
    first = next((word for word in words if not word.endswith(".")), "")
    return f"{said}, {first}" if first else said


def short_place(path: Path) -> str:
    """A place without the way to the user's own folder."""
    home = Path.home()
    return str(path.relative_to(home)) if path.is_relative_to(home) else str(path)


def next_hour(now: datetime) -> datetime:
    """The next full hour after ``now``."""
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def to_qt(moment: datetime) -> QDateTime:
    """A moment as Qt's fields want it, in the laptop's time."""
    local = moment.astimezone()
    return QDateTime(_date(local), QTime(local.hour, local.minute))


def _date(moment: datetime) -> QDate:
    local = moment.astimezone() if moment.tzinfo else moment
    return QDate(local.year, local.month, local.day)
