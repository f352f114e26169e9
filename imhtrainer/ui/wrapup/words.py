"""What Wrap up says: its heading, its rule, and the words of a row."""

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from imhtrainer.domain.credit import instruction_minutes
from imhtrainer.domain.roster import Interval
from imhtrainer.domain.session import SessionState
from imhtrainer.ui.wrapup.standing import Standing, Verdict, checkpoints_held, rule_minutes

translate = QCoreApplication.translate


def heading_words(rows: Iterable[Standing]) -> str:
    """The answer in a sentence: ``22 people came, 19 completed``."""
    shown = tuple(rows)
    if not shown:
        return translate("wrapup", "Nobody signed in")
    done = sum(row.completed for row in shown)
    came = (
        translate("wrapup", "1 person came")
        if len(shown) == 1
        else translate("wrapup", "{0} people came").format(len(shown))
    )
    waiting = sum(row.verdict is Verdict.TO_SETTLE for row in shown)
    if waiting > done:
        return translate("wrapup", "{0}, {1} still signed in").format(came, waiting)
    if not done:
        return translate("wrapup", "{0}, nobody completed yet").format(came)
    return translate("wrapup", "{0}, {1} completed").format(came, done)


def rule_words(state: SessionState, now: datetime) -> str:
    """When it was, how long, which checkpoints were held, and what completing takes."""
    if state.elsewhere:
        return translate(
            "wrapup",
            "Held without the program: the certificates are kept here, times and answers are not.",
        )
    minutes = instruction_minutes(state, now)
    parts = [
        _minutes(minutes) + ".",
        _held_words(checkpoints_held(state), len(state.plan.checkpoints)),
        _needed_words(rule_minutes(state, now), len(state.plan.checkpoints)),
    ]
    if state.started is not None and state.ended is not None:
        zone = session_zone(state)
        hours = range_words(state.started.astimezone(zone), state.ended.astimezone(zone))
        parts[0] = f"{hours}, {parts[0]}"
    return " ".join(part for part in parts if part)


def session_zone(state: SessionState) -> tzinfo | None:
    """The time zone in which the session's times are written."""
    moment = state.details.starts or state.started or state.created
    return moment.tzinfo if moment is not None else None


def time_words(moment: datetime) -> str:
    """A time of day as the system writes it, in the moment's own zone."""
    return QLocale.system().toString(
        QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat
    )


def bare_time(moment: datetime) -> str:
    """A time of day without the half of the day."""
    form = QLocale.system().timeFormat(QLocale.FormatType.ShortFormat)
    bare = re.sub(r"[:.]?ss|[aA][pP]?|\s", "", form)
    hour = moment.hour if bare == re.sub(r"[:.]?ss|\s", "", form) else (moment.hour % 12 or 12)
    return QLocale.system().toString(QTime(hour, moment.minute), bare)


def range_words(start: datetime, end: datetime) -> str:
    """``10:00 to 11:15 AM``; both halves of the day are named when they differ."""
    first = bare_time(start) if _same_half(start, end) else time_words(start)
    return translate("wrapup", "{0} to {1}").format(first, time_words(end))


def stay_words(stays: tuple[Interval, ...], zone: tzinfo | None) -> str:
    """First in and last out: ``10:00 – 11:15``, open while the person is signed in."""
    if not stays:  # of a training that was held without the program
        return translate("wrapup", "Not recorded")
    first, last = stays[0].start.astimezone(zone), stays[-1].end
    if last is None:
        return f"{bare_time(first)} –"
    return _span_words(first, last.astimezone(zone))


def gap_words(stays: tuple[Interval, ...], zone: tzinfo | None) -> tuple[str, ...]:
    """When a person was out in between: ``out 10:19 – 10:28``."""
    gaps = ((a.end, b.start) for a, b in pairwise(stays) if a.end is not None)
    return tuple(
        translate("wrapup", "out {0}").format(_span_words(a.astimezone(zone), b.astimezone(zone)))
        for a, b in gaps
    )


def verdict_words(row: Standing) -> str:
    """The word a row ends in."""
    if row.verdict is Verdict.TO_SETTLE:
        return translate("wrapup", "Still signed in")
    return (
        translate("wrapup", "Completed") if row.completed else translate("wrapup", "Not completed")
    )


def note_words(row: Standing) -> str:
    """Why, and by how much; empty where there is nothing to say."""
    override = row.completion.override
    if row.verdict is Verdict.TO_SETTLE:
        return translate("wrapup", "When did they leave?")
    if row.serial and not row.completed:
        reasons = (override.reason,) if override is not None else row.reasons
        said = translate("wrapup", "Holds a certificate: {0}")
        return said.format(", ".join(reasons))
    if row.revoked:
        return translate("wrapup", "Certificate revoked")
    if override is not None:
        return translate("wrapup", "By you: {0}").format(override.reason)
    if not row.completed:
        return ", ".join(row.reasons)
    late = row.completion.late
    return translate("wrapup", "Came {0} min late").format(late) if late else ""


def action_words(row: Standing) -> str:
    """What can be done with a row at once."""
    if row.verdict is Verdict.TO_SETTLE:
        return translate("wrapup", "Set time")
    if row.certified:
        return translate("wrapup", "Certificate")
    if row.revoked and row.completed:
        return translate("wrapup", "Certify again")
    return (
        translate("wrapup", "Change")
        if row.verdict is Verdict.BY_YOU
        else translate("wrapup", "Override")
    )


def _held_words(held: int, planned: int) -> str:
    if held == planned == 1:
        return translate("wrapup", "The checkpoint was held.")
    if held == planned and planned:
        return translate("wrapup", "All {0} checkpoints held.").format(_number(planned))
    if not held:
        return translate("wrapup", "No checkpoint was held.") if planned else ""
    count = _number(held)
    return translate("wrapup", "{0} of {1} checkpoints held.").format(
        count.capitalize(), _number(planned)
    )


def _needed_words(minutes: int, planned: int) -> str:
    if not planned:
        return translate("wrapup", "To complete: {0}.").format(_minutes(minutes))
    if planned == 1:
        return translate("wrapup", "To complete: {0} and the checkpoint.").format(_minutes(minutes))
    return translate("wrapup", "To complete: {0} and all {1}.").format(
        _minutes(minutes), _number(planned)
    )


def _minutes(count: int) -> str:
    if count == 1:
        return translate("wrapup", "1 minute")
    return translate("wrapup", "{0} minutes").format(count)


def _number(count: int) -> str:
    words = (
        translate("wrapup", "no"),
        translate("wrapup", "one"),
        translate("wrapup", "two"),
        translate("wrapup", "three"),
        translate("wrapup", "four"),
        translate("wrapup", "five"),
        translate("wrapup", "six"),
        translate("wrapup", "seven"),
        translate("wrapup", "eight"),
        translate("wrapup", "nine"),
        translate("wrapup", "ten"),
    )
    return words[count] if count < len(words) else str(count)


def _span_words(start: datetime, end: datetime) -> str:
    if _same_half(start, end) or end.hour - start.hour < 6:
        return f"{bare_time(start)} – {bare_time(end)}"
    return f"{time_words(start)} – {time_words(end)}"


def _same_half(start: datetime, end: datetime) -> bool:
    return (start.hour < 12) == (end.hour < 12) and start.date() == end.date()
