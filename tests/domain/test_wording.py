"""Numbers, dates and times on paper read as people write them."""

from datetime import UTC, date, datetime

from imhtrainer.domain.wording import clock_range, clock_time, counted, long_date


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 21, hour, minute, tzinfo=UTC)


def test_a_date_is_written_out() -> None:
    assert long_date(date(2026, 11, 21)) == "November 21, 2026"


def test_noon_and_midnight_are_twelve() -> None:
    assert clock_time(at(12)) == "12:00 PM"
    assert clock_time(at(0, 5)) == "12:05 AM"


def test_the_half_of_the_day_is_named_once_when_it_is_the_same() -> None:
    assert clock_range(at(10), at(11, 15)) == "10:00 to 11:15 AM"
    assert clock_range(at(11), at(12, 15)) == "11:00 AM to 12:15 PM"


def test_one_is_not_many() -> None:
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
