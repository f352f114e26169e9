"""A time of day that is typed in Wrap up means the moment at which the session was."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QTime

from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.wrapup.page import WrapUpPage
from imhtrainer.ui.wrapup.session_clock import SessionClock
from tests.ui.conftest import StandingClock
from tests.ui.wrapup.holding import NAMES, hold

NIGHT = datetime(2026, 11, 21, 23, 15, tzinfo=UTC)
ZONES = [ZoneInfo(name) for name in ("America/Chicago", "Europe/Berlin", "Asia/Kathmandu")]
HOUR = timedelta(hours=1)


def at(clock: SessionClock, known: datetime, hour: int, minute: int) -> datetime:
    return clock.moment_at(known, QTime(hour, minute))


def test_over_midnight_a_time_is_the_one_within_the_session() -> None:
    clock = SessionClock(UTC, NIGHT, NIGHT + timedelta(minutes=75))
    assert at(clock, clock.end, 23, 50) == NIGHT + timedelta(minutes=35)
    assert at(clock, clock.start, 0, 5) == NIGHT + timedelta(minutes=50)
    assert at(clock, clock.start, 22, 40) == NIGHT - timedelta(minutes=35)
    assert at(clock, clock.end, 1, 10) == NIGHT + timedelta(minutes=115)


def test_what_stood_there_keeps_its_seconds() -> None:
    known = NIGHT + timedelta(seconds=31)
    assert at(SessionClock(UTC, NIGHT, NIGHT + HOUR), known, 23, 15) == known


def test_a_session_that_was_ended_the_next_morning_leaves_a_day_to_the_day_it_was() -> None:
    start = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    clock = SessionClock(UTC, start, start + timedelta(hours=23))
    assert at(clock, clock.end, 11, 0) == start + 2 * HOUR


def test_an_hour_that_is_there_twice_is_the_one_of_the_session() -> None:
    zone = ZoneInfo("America/Chicago")
    start = datetime(2026, 11, 1, 7, 10, tzinfo=UTC)  # 1:10, after the clocks were set back
    clock = SessionClock(zone, start, start + timedelta(hours=4))
    assert at(clock, clock.end, 1, 40).astimezone(UTC) == start + timedelta(minutes=30)


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 30)),
    minutes=st.integers(1, 12 * 60),
    after=st.integers(-60, 12 * 60 + 60),
    zone=st.sampled_from(ZONES),
    from_start=st.booleans(),
)
def test_every_time_from_an_hour_before_to_an_hour_after_is_found_again(
    start: datetime, minutes: int, after: int, zone: ZoneInfo, from_start: bool
) -> None:
    begun = start.replace(second=0, microsecond=0, tzinfo=UTC)
    clock = SessionClock(zone, begun, begun + timedelta(minutes=minutes))
    assume(after <= minutes + 60)
    meant = (begun + timedelta(minutes=after)).astimezone(zone)
    assume(meant.utcoffset() == meant.replace(fold=not meant.fold).utcoffset())
    known = clock.start if from_start else clock.end
    assert clock.moment_at(known, clock.time_of(meant)).astimezone(UTC) == meant.astimezone(UTC)


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 30)),
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
)
def test_a_time_far_from_the_session_is_on_the_nearer_side(
    start: datetime, hour: int, minute: int
) -> None:
    begun = start.replace(tzinfo=UTC)
    clock = SessionClock(UTC, begun, begun + HOUR)
    found = at(clock, clock.end, hour, minute)
    assert (found.hour, found.minute) == (hour, minute)
    middle = begun + HOUR / 2
    assert abs(found - middle) <= timedelta(hours=12, minutes=1)


def test_who_left_before_midnight_is_not_written_down_for_the_next_night(
    open_page: Callable[..., WrapUpPage],
    session: TrainingSession,
    invite: Callable[..., None],
    standing_clock: StandingClock,
) -> None:
    zone = open_page(session).desk.zone
    standing_clock.now = datetime(2026, 11, 21, 23, 45, tzinfo=zone)
    invite(session, *NAMES)
    hold(session, standing_clock, NAMES, still=("Gabriel Montoya",))
    page = open_page(session)
    gabriel = next(p.id for p in page.desk.state.roster if p.name == "Gabriel Montoya")
    page.attendance.editing.leave_fields[gabriel].setTime(QTime(23, 55))
    page.attendance.editing.act(gabriel)
    QCoreApplication.processEvents()
    stay = page.desk.state.presence(gabriel).intervals[-1]
    assert stay.end is not None
    assert stay.end - stay.start == timedelta(minutes=10)
