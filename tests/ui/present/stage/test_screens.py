from imhtrainer.ui.present.stage.screens import (
    Place,
    ScreenFacts,
    choose_screen,
    first_place,
    screens_changed,
    take_projector,
    waiting_screen,
)

LAPTOP = ScreenFacts("Laptop panel", "", 1366, 768)
EPSON = ScreenFacts("Epson EB-W52", "X1", 1920, 1080)
SONY = ScreenFacts("Sony VPL", "Y2", 1280, 800)


def test_with_two_screens_the_room_gets_the_one_without_the_console() -> None:
    assert first_place((LAPTOP, EPSON), LAPTOP) == Place("fullscreen", EPSON)
    assert first_place((LAPTOP, EPSON), EPSON) == Place("fullscreen", LAPTOP)


def test_with_one_screen_the_room_gets_a_window() -> None:
    assert first_place((LAPTOP,), LAPTOP) == Place("windowed")


def test_when_asked_for_a_window_a_second_screen_is_left_alone() -> None:
    assert first_place((LAPTOP, EPSON), LAPTOP, windowed=True) == Place("windowed")


def test_an_unplugged_projector_is_lost_but_remembered() -> None:
    lost = screens_changed(Place("fullscreen", EPSON), (LAPTOP,), LAPTOP)
    assert lost == Place("lost", EPSON)


def test_the_same_projector_coming_back_gets_its_window_again() -> None:
    lost = Place("lost", EPSON)
    assert screens_changed(lost, (LAPTOP, EPSON), LAPTOP) == Place("fullscreen", EPSON)


def test_another_projector_waits_until_it_is_chosen() -> None:
    lost = Place("lost", EPSON)
    assert screens_changed(lost, (LAPTOP, SONY), LAPTOP) == lost
    assert waiting_screen(lost, (LAPTOP, SONY), LAPTOP) == SONY
    assert choose_screen(SONY) == Place("fullscreen", SONY)


def test_a_projector_of_another_size_is_not_taken_for_the_same() -> None:
    lost = Place("lost", EPSON)
    smaller = ScreenFacts("Epson EB-W52", "X1", 1280, 720)
    assert screens_changed(lost, (LAPTOP, smaller), LAPTOP).mode == "lost"


def test_a_window_stays_a_window_when_a_projector_comes_but_it_is_offered() -> None:
    window = Place("windowed")
    assert screens_changed(window, (LAPTOP, EPSON), LAPTOP) == window
    assert waiting_screen(window, (LAPTOP, EPSON), LAPTOP) == EPSON


def test_f5_takes_the_projector_or_brings_the_window_back() -> None:
    assert take_projector(Place("windowed"), (LAPTOP, EPSON), LAPTOP).projector == EPSON
    assert take_projector(Place("lost", EPSON), (LAPTOP,), LAPTOP) == Place("windowed", EPSON)


def test_f5_never_covers_the_console() -> None:
    moved = take_projector(Place("windowed", EPSON), (EPSON,), EPSON)
    assert moved.mode == "windowed"


def test_another_screen_going_changes_nothing() -> None:
    place = Place("fullscreen", EPSON)
    assert screens_changed(place, (LAPTOP, EPSON), LAPTOP) == place


def test_a_screen_is_named_with_its_size() -> None:
    assert EPSON.title == "Epson EB-W52, 1920 × 1080"


def test_a_console_that_came_onto_the_projector_sends_the_slides_to_the_other_screen() -> None:
    place = Place("fullscreen", EPSON)
    assert screens_changed(place, (LAPTOP, EPSON), EPSON) == Place("fullscreen", LAPTOP)
    assert screens_changed(place, (EPSON,), EPSON) == Place("windowed")


def test_a_projector_that_comes_back_under_the_console_is_not_filled() -> None:
    lost = Place("lost", EPSON)
    assert screens_changed(lost, (EPSON,), EPSON) == lost
