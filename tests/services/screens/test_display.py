from dataclasses import dataclass, field, replace
from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.services.screens.display import Display, react
from imhtrainer.services.screens.events import (
    Began,
    Chosen,
    ConsoleMoved,
    Dock,
    Fill,
    Float,
    Hide,
    Intent,
    MoveConsole,
    RoomLeft,
    RoomWindowMoved,
    ScreenChanged,
    ScreenEvent,
    ScreenGone,
    Settled,
    StripWanted,
    Swapped,
    Taken,
    TrainingOver,
    WindowWanted,
    Woke,
)
from imhtrainer.services.screens.facts import ScreenFacts, distinct, is_mirrored

LAPTOP = ScreenFacts("Laptop panel", "", 1366, 768)
EPSON = ScreenFacts("Epson EB-W52", "X1", 1920, 1080, left=1366)
SONY = ScreenFacts("Sony VPL", "Y2", 1280, 800, left=4000)


def after(*events: ScreenEvent) -> tuple[Display, tuple[Intent, ...]]:
    display: Display = Display()
    intents: tuple[Intent, ...] = ()
    for event in events:
        display, intents = react(display, event)
    return display, intents


PRESENTING = Began((LAPTOP, EPSON), LAPTOP)


def test_with_two_screens_the_room_gets_the_one_without_the_console() -> None:
    display, intents = after(PRESENTING)
    assert (display.mode, display.projector) == ("fullscreen", EPSON)
    assert intents == (Fill(EPSON),)
    assert not display.notes_hidden


def test_the_screen_that_was_chosen_last_time_is_the_projector_again() -> None:
    display, intents = after(Began((LAPTOP, EPSON, SONY), LAPTOP, remembered=(SONY.key,)))
    assert (display.projector, intents) == (SONY, (Fill(SONY),))


def test_from_the_screen_that_was_chosen_last_time_the_console_gives_way() -> None:
    display, intents = after(Began((LAPTOP, EPSON), EPSON, remembered=(EPSON.key,)))
    assert intents == (Fill(EPSON), MoveConsole(LAPTOP))
    assert display.notes_hidden
    display, _ = react(display, ConsoleMoved(LAPTOP))
    assert display.notes_hidden
    assert not react(display, Settled((LAPTOP, EPSON), LAPTOP))[0].notes_hidden


def test_with_one_screen_the_console_becomes_a_strip_without_notes() -> None:
    display, intents = after(Began((LAPTOP,), LAPTOP))
    assert (display.mode, display.notes_hidden, intents) == ("strip", True, (Dock(),))
    display, intents = react(display, WindowWanted())
    assert (display.mode, display.notes_hidden, intents) == ("windowed", False, (Float(),))
    assert react(display, StripWanted())[0].mode == "strip"


def test_when_asked_for_a_window_a_second_screen_is_left_alone() -> None:
    display, intents = after(Began((LAPTOP, EPSON), LAPTOP, windowed=True))
    assert (display.mode, display.offered, intents) == ("windowed", EPSON, (Float(),))


def test_an_unplugged_projector_hides_the_slides_before_they_cover_the_notes() -> None:
    display, intents = after(PRESENTING, RoomWindowMoved(LAPTOP))
    assert intents == (Hide(),)
    display, intents = react(display, ScreenGone(EPSON))
    assert (display.mode, display.projector, intents) == ("lost", EPSON, (Hide(),))
    assert not display.notes_hidden


def test_the_same_projector_coming_back_gets_its_window_again() -> None:
    display, intents = after(PRESENTING, ScreenGone(EPSON), Settled((LAPTOP, EPSON), LAPTOP))
    assert (display.mode, intents) == ("fullscreen", (Fill(EPSON),))


def test_another_projector_or_the_same_in_another_size_waits_until_it_is_chosen() -> None:
    for other in (SONY, replace(EPSON, width=1280, height=720)):
        display, intents = after(PRESENTING, ScreenGone(EPSON), Settled((LAPTOP, other), LAPTOP))
        assert (display.mode, display.offered, intents) == ("lost", other, ())
        assert react(display, Chosen(other))[1] == (Fill(other),)


def test_a_projector_whose_resolution_changes_under_way_is_filled_anew() -> None:
    smaller = replace(EPSON, width=1280, height=720)
    display, intents = after(PRESENTING, ScreenChanged(EPSON, smaller))
    assert (display.mode, display.projector, intents) == ("fullscreen", smaller, (Fill(smaller),))


def test_a_console_whose_screen_changes_its_resolution_keeps_its_notes() -> None:
    larger = replace(LAPTOP, width=1920, height=1080)
    display, intents = after(PRESENTING, ScreenChanged(LAPTOP, larger))
    assert (display.console, display.notes_hidden, intents) == (larger, False, ())


def test_a_shut_lid_moves_the_console_to_the_projector_where_its_notes_are_hidden() -> None:
    display, _ = after(PRESENTING, ConsoleMoved(EPSON))
    assert display.notes_hidden
    display, intents = react(display, ScreenGone(LAPTOP))
    assert (display.mode, display.notes_hidden, intents) == ("fullscreen", True, ())
    display, intents = react(display, Settled((LAPTOP, EPSON), EPSON))
    assert intents == (MoveConsole(LAPTOP),)
    assert not react(display, Settled((LAPTOP, EPSON), LAPTOP))[0].notes_hidden


def test_between_two_screens_the_console_shows_no_notes() -> None:
    assert after(PRESENTING, ScreenGone(LAPTOP))[0].notes_hidden


def test_on_a_screen_nobody_vouched_for_there_are_no_notes_until_they_are_asked_for() -> None:
    display, _ = after(PRESENTING, ScreenGone(EPSON), ScreenGone(LAPTOP), Settled((SONY,), SONY))
    assert display.notes_hidden
    assert not react(display, WindowWanted())[0].notes_hidden


def test_one_key_swaps_slides_and_notes_and_swaps_them_back() -> None:
    display, intents = after(PRESENTING, Swapped())
    assert intents == (Fill(LAPTOP), MoveConsole(EPSON))
    assert display.notes_hidden
    display, _ = react(display, ConsoleMoved(EPSON))
    display, _ = react(display, Settled((LAPTOP, EPSON), EPSON))
    assert not display.notes_hidden
    display, intents = react(display, Swapped())
    assert intents == (Fill(EPSON), MoveConsole(LAPTOP))


def test_with_one_screen_there_is_nothing_to_swap() -> None:
    display, _ = after(Began((LAPTOP,), LAPTOP))
    assert react(display, Swapped()) == (display, ())


def test_mirrored_screens_are_found_and_hide_the_notes() -> None:
    beamer = replace(EPSON, left=0)
    assert is_mirrored((LAPTOP, beamer))
    display, intents = after(Began((LAPTOP, beamer), LAPTOP))
    assert (display.mode, display.notes_hidden, intents) == ("strip", True, (Dock(),))
    display, _ = after(PRESENTING, Settled((LAPTOP, beamer), LAPTOP))
    assert (display.mode, display.mirrored, display.notes_hidden) == ("fullscreen", True, True)


def test_a_projector_that_comes_back_as_a_mirror_shows_the_slides_there_until_it_is_itself_again() -> (
    None
):
    mirror = replace(EPSON, left=LAPTOP.left, top=LAPTOP.top)
    gone = (PRESENTING, ScreenGone(EPSON), Settled((LAPTOP,), LAPTOP))
    display, intents = after(*gone, Settled((LAPTOP, mirror), LAPTOP))
    assert (display.mode, display.notes_hidden, intents) == ("strip", True, (Dock(),))
    assert react(display, Settled((LAPTOP, mirror), LAPTOP)) == (display, ())
    back, intents = react(display, Settled((LAPTOP, EPSON), LAPTOP))
    assert (back.mode, back.notes_hidden, intents) == ("fullscreen", False, (Fill(EPSON),))
    chosen, _ = react(display, StripWanted())
    assert react(chosen, Settled((LAPTOP, EPSON), LAPTOP))[0].mode == "strip"


def test_after_sleep_the_projector_is_filled_again() -> None:
    display, intents = after(PRESENTING, Woke((LAPTOP, EPSON), LAPTOP))
    assert (display.astray, intents) == (False, (Fill(EPSON),))


def test_a_window_that_strayed_is_put_back_when_its_screen_is_still_there() -> None:
    display, intents = after(PRESENTING, RoomWindowMoved(LAPTOP), Settled((LAPTOP, EPSON), LAPTOP))
    assert (display.astray, intents) == (False, (Fill(EPSON),))


def test_f5_takes_the_projector_and_never_covers_the_console() -> None:
    floating = Began((LAPTOP, EPSON), LAPTOP, windowed=True)
    assert after(floating, Taken())[0].projector == EPSON
    assert after(PRESENTING, ScreenGone(EPSON), Taken())[0].mode == "strip"
    assert after(Began((LAPTOP,), LAPTOP, windowed=True), Taken())[1] == (Float(),)


def test_after_the_training_the_projector_keeps_its_page_until_it_is_taken_away() -> None:
    display, intents = after(PRESENTING, TrainingOver())
    assert (display.mode, display.projector, intents) == ("fullscreen", EPSON, ())
    display, intents = react(display, RoomLeft())
    assert intents == (Hide(),)
    assert react(display, Woke((LAPTOP, EPSON), LAPTOP))[1] == (Hide(),)


def test_after_the_training_a_window_on_the_laptops_own_screen_goes() -> None:
    one = Began((LAPTOP,), LAPTOP)
    for alone in ((one,), (one, WindowWanted()), (Began((LAPTOP, EPSON), LAPTOP, True),)):
        assert after(*alone, TrainingOver())[1] == (Hide(),)


def test_after_the_training_a_projector_that_comes_back_gets_its_page_again() -> None:
    gone = (PRESENTING, TrainingOver(), ScreenGone(EPSON), Settled((LAPTOP,), LAPTOP))
    display, intents = after(*gone)
    assert intents == (Hide(),)
    assert react(display, Settled((LAPTOP, EPSON), LAPTOP))[1] == (Fill(EPSON),)


def test_after_the_training_a_shut_lid_leaves_the_projector_to_the_work_until_it_is_opened() -> (
    None
):
    shut = (PRESENTING, TrainingOver(), ScreenGone(LAPTOP), Settled((EPSON,), EPSON))
    display, intents = after(*shut)
    assert intents == (Hide(),)
    assert react(display, Settled((LAPTOP, EPSON), EPSON))[1] == (Fill(EPSON), MoveConsole(LAPTOP))


def test_after_the_training_mirrored_screens_show_the_work_alone() -> None:
    mirror = replace(EPSON, left=LAPTOP.left, top=LAPTOP.top)
    display, _ = after(PRESENTING, TrainingOver())
    assert react(display, Settled((LAPTOP, mirror), LAPTOP))[1] == (Hide(),)


def test_screens_that_look_the_same_are_numbered_from_the_left() -> None:
    left, right = (
        ScreenFacts("Dell", "", 1920, 1080),
        ScreenFacts("Dell", "", 1920, 1080, left=1920),
    )
    found = distinct((right, left))
    assert [(screen.left, screen.twin) for screen in found] == [(0, 0), (1920, 1)]
    assert len(set(found)) == 2


@dataclass
class Desk:
    """A window system that moves windows as it likes, and does what it is told."""

    screens: tuple[ScreenFacts, ...]
    console: ScreenFacts | None
    room: ScreenFacts | None = None
    room_shown: bool = False
    display: Display = field(default_factory=Display)

    def tell(self, event: ScreenEvent) -> None:
        self.display, intents = react(self.display, event)
        for intent in intents:
            self.carry_out(intent)
        self.check()

    def carry_out(self, intent: Intent) -> None:
        match intent:
            case Fill(screen) if screen in self.screens:
                self.room, self.room_shown = screen, True
            case Hide() | Dock():
                self.room_shown = False
            case Float():
                self.room, self.room_shown = self.console, True
            case MoveConsole(screen) if screen in self.screens:
                self.console = screen
                self.display, _ = react(self.display, ConsoleMoved(screen))

    def check(self) -> None:
        display = self.display
        if not display.notes_hidden and display.mode == "fullscreen":
            assert self.console != display.projector
        if self.room_shown and display.mode == "fullscreen":
            assert self.room == display.projector
        if self.room_shown and self.room == self.console and display.mode == "fullscreen":
            assert display.notes_hidden
        if display.mode in ("lost", "strip"):
            assert not self.room_shown

    def unplug(self, screen: ScreenFacts) -> None:
        """As Qt does: windows are moved first, the word comes afterwards."""
        if len(self.screens) == 1 or screen not in self.screens:
            return
        self.screens = tuple(s for s in self.screens if s != screen)
        if self.room == screen and self.room_shown:
            self.room = self.screens[0]
            self.tell_of_room()
        if self.console == screen:
            self.console = self.screens[0]
            self.tell(ConsoleMoved(self.console))
        self.tell(ScreenGone(screen))

    def tell_of_room(self) -> None:
        """The moment between the move and the word of it is the system's; the word hides the window."""
        self.display, intents = react(self.display, RoomWindowMoved(self.room))
        for intent in intents:
            self.carry_out(intent)
        self.check()

    def happen(self, act: str, screen: ScreenFacts) -> None:
        there = screen in self.screens
        match act:
            case "unplug":
                self.unplug(screen)
            case "plug":
                self.plug(screen)
            case "drag" if there:
                self.console = screen
                self.tell(ConsoleMoved(screen))
            case "choose" if there:
                self.tell(Chosen(screen))
            case _ if act in self._words:
                self.tell(self._words[act])
            case "wake":
                self.tell(Woke(self.screens, self.console))
            case "settle":
                self.tell(Settled(self.screens, self.console))

    _words: ClassVar[dict[str, ScreenEvent]] = {
        "take": Taken(),
        "swap": Swapped(),
        "window": WindowWanted(),
        "strip": StripWanted(),
        "leave": RoomLeft(),
    }

    def plug(self, screen: ScreenFacts) -> None:
        if screen not in self.screens:
            self.screens = (*self.screens, screen)
        self.tell(Settled(self.screens, self.console))


screens = st.sampled_from((LAPTOP, EPSON, SONY))
acts = st.one_of(
    st.tuples(st.just("unplug"), screens),
    st.tuples(st.just("plug"), screens),
    st.tuples(st.just("drag"), screens),
    st.tuples(st.just("choose"), screens),
    st.tuples(st.sampled_from(("take", "swap", "window", "strip", "wake", "settle")), screens),
)
acts_afterwards = st.one_of(
    st.tuples(st.sampled_from(("unplug", "plug", "drag")), screens),
    st.tuples(st.sampled_from(("wake", "settle", "leave")), screens),
)


@given(st.lists(acts, max_size=12), st.lists(acts_afterwards, max_size=12))
def test_after_the_training_no_slide_ever_stays_on_the_screen_that_is_worked_on(
    before: list[tuple[str, ScreenFacts]], afterwards: list[tuple[str, ScreenFacts]]
) -> None:
    desk = Desk((LAPTOP, EPSON), LAPTOP)
    desk.tell(Began(desk.screens, desk.console))
    for act, screen in before:
        desk.happen(act, screen)
    desk.tell(TrainingOver())
    left = False
    for act, screen in afterwards:
        desk.happen(act, screen)
        desk.tell(Settled(desk.screens, desk.console))
        left = left or act == "leave"
        assert not (desk.room_shown and (left or desk.room == desk.console))
        assert desk.room_shown == (desk.display.mode == "fullscreen")


@given(st.lists(acts, max_size=25), st.booleans())
def test_whatever_happens_in_any_order_notes_and_slides_never_meet(
    happenings: list[tuple[str, ScreenFacts]], windowed: bool
) -> None:
    desk = Desk((LAPTOP, EPSON), LAPTOP)
    desk.tell(Began(desk.screens, desk.console, windowed))
    for act, screen in happenings:
        desk.happen(act, screen)


@given(st.lists(acts, max_size=25))
def test_without_a_word_of_the_facilitator_the_projector_stays_the_same_screen(
    happenings: list[tuple[str, ScreenFacts]],
) -> None:
    desk = Desk((LAPTOP, EPSON), LAPTOP)
    desk.tell(Began(desk.screens, desk.console))
    for act, screen in happenings:
        if act == "unplug":
            desk.unplug(screen)
        elif act == "plug":
            desk.plug(screen)
        elif act == "drag" and screen in desk.screens:
            desk.console = screen
            desk.tell(ConsoleMoved(screen))
        assert desk.display.projector == EPSON
    desk.plug(EPSON)
    assert desk.display.mode == "fullscreen"
