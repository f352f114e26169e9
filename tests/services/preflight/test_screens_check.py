from dataclasses import replace

from imhtrainer.services.preflight.screens import find_projector, look_at_screens
from imhtrainer.services.screens.facts import ScreenFacts

LAPTOP = ScreenFacts("Laptop panel", "", 1366, 768)
EPSON = ScreenFacts("Epson EB-W52", "X1", 1920, 1080, scale=1.5, left=1366)


def test_both_screens_are_named_with_resolution_and_scale() -> None:
    found = look_at_screens((LAPTOP, EPSON), LAPTOP, ())
    assert found.verdict == "good"
    assert found.key == "projector"
    assert found.values == ("Epson EB-W52, 1920 × 1080", "150", "Laptop panel, 1366 × 768", "100")
    assert found.action == "picture"


def test_a_screen_chosen_before_is_the_projector_wherever_the_window_stands() -> None:
    sony = ScreenFacts("Sony VPL", "Y2", 1280, 800, left=4000)
    assert find_projector((LAPTOP, EPSON, sony), LAPTOP, (sony.key,)) == sony
    assert find_projector((LAPTOP, EPSON), EPSON, (EPSON.key,)) == EPSON
    assert find_projector((LAPTOP, EPSON), EPSON, ()) == LAPTOP


def test_with_none_chosen_before_the_programs_own_screen_is_not_called_the_projector() -> None:
    found = look_at_screens((LAPTOP, EPSON), LAPTOP, ())
    assert found.values == ("Epson EB-W52, 1920 × 1080", "150", "Laptop panel, 1366 × 768", "100")


def test_one_screen_is_said_and_is_no_fault() -> None:
    found = look_at_screens((LAPTOP,), LAPTOP, ())
    assert (found.verdict, found.values) == ("note", ("Laptop panel, 1366 × 768",))


def test_mirrored_screens_are_wrong_and_say_what_to_press() -> None:
    found = look_at_screens((LAPTOP, replace(EPSON, left=0)), LAPTOP, ())
    assert found.verdict == "wrong"
    assert found.key == "mirrored"
    assert found.values == ("Laptop panel, 1366 × 768", "Epson EB-W52, 1920 × 1080")


def test_few_pixels_are_looked_at_with_the_test_picture() -> None:
    old = ScreenFacts("Old one", "", 800, 600, left=1366)
    assert look_at_screens((LAPTOP, old), LAPTOP, ()).verdict == "note"
