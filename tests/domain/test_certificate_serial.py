"""Serials: a year, a running number, and a digit that catches slips of the pen."""

from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.certificate import contact_hours, is_serial, make_serial

NUMBERS = st.integers(1, 999_999)


def test_a_serial_reads_year_number_and_check_digit() -> None:
    assert make_serial(2026, 123) == "IMH-2026-000123-3"


@given(st.integers(2000, 2999), NUMBERS)
def test_every_serial_holds(year: int, number: int) -> None:
    assert is_serial(make_serial(year, number))


@given(NUMBERS, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: int, place: int, shift: int) -> None:
    serial = make_serial(2026, number)
    places = [index for index, letter in enumerate(serial[:-2]) if letter.isdigit()]
    index = places[place]
    wrong = str((int(serial[index]) + shift) % 10)
    assert not is_serial(serial[:index] + wrong + serial[index + 1 :])


@given(st.text(max_size=30))
def test_no_text_breaks_the_test_for_a_serial(text: str) -> None:
    assert is_serial(text) in (True, False)


def test_contact_hours_are_minutes_by_sixty_to_two_decimals() -> None:
    assert (contact_hours(75), contact_hours(50), contact_hours(0)) == (1.25, 0.83, 0.0)
