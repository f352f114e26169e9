from dataclasses import replace

import pytest

from imhtrainer.services.preflight.finding import Judged
from imhtrainer.services.preflight.machine import Power, look_at_power
from imhtrainer.services.preflight.screens import look_at_screens
from imhtrainer.services.screens.facts import ScreenFacts
from imhtrainer.ui.prepare.doors.words import put_in_words, sentences

LAPTOP = ScreenFacts("Laptop panel", "", 1366, 768)
EPSON = ScreenFacts("Epson EB-W52", "X1", 1920, 1080, scale=1.5, left=1366)


def test_both_screens_are_named_with_resolution_and_scale() -> None:
    found = put_in_words(look_at_screens((LAPTOP, EPSON), LAPTOP, ()))
    assert found.words == (
        "Epson EB-W52, 1920 × 1080 at 150 % is the projector; "
        "Laptop panel, 1366 × 768 at 100 % is your own screen."
    )
    assert (found.action, found.button) == ("picture", "Test picture")


def test_mirrored_screens_say_what_to_press() -> None:
    found = put_in_words(look_at_screens((LAPTOP, replace(EPSON, left=0)), LAPTOP, ()))
    assert "Extend" in found.words


def test_a_low_battery_says_its_charge() -> None:
    assert "at 30 %. Plug it in" in put_in_words(look_at_power(Power(30, False))).words


@pytest.mark.parametrize("key", sentences())
def test_each_sentence_takes_its_values(key: str) -> None:
    words = put_in_words(Judged("note", key, ("one", "two", "three", "four"))).words
    assert "{" not in words
