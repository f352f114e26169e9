"""Presenting on several screens of a real X display, whose monitors come and go, and on Qt's offscreen ones."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("presenting_program.py")
ROOT = Path(__file__).parents[4]
LAPTOP = ("LAPTOP", "1366/361x768/203+0+0")
EPSON = ("EPSON", "1920/500x1080/280+1366+0")
PATIENCE = 30.0

State = dict[str, Any]


class Desk:
    """An X display with monitors, and the presenting program on it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.program: subprocess.Popen[str] | None = None

    def monitor(self, monitor: tuple[str, str], output: str = "none") -> None:
        self._xrandr("--setmonitor", *monitor, output)

    def unplug(self, name: str) -> None:
        self._xrandr("--delmonitor", name)

    def start(self) -> None:
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.present.stage.presenting_program"],
            env=self.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, order: str = "state") -> State:
        program = self.program
        assert program is not None
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(f"{order}\n")
        program.stdin.flush()
        rescue = Timer(PATIENCE, program.kill)
        rescue.start()
        answer: State = json.loads(program.stdout.readline())
        rescue.cancel()
        return answer

    def until(self, right: Callable[[State], object]) -> State:
        """The state, as soon as it is right."""
        end = time.monotonic() + PATIENCE
        while not right(state := self.ask()):
            assert time.monotonic() < end, state
            time.sleep(0.05)
        return state

    def close(self) -> None:
        if self.program is not None:
            with suppress(BrokenPipeError):
                self.program.communicate("quit\n", timeout=20)

    def _xrandr(self, *words: str) -> None:
        subprocess.run(["xrandr", *words], env=self.environment, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two monitors side by side: the laptop's, and a projector."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3286x1080x24", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    window_manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    made = Desk(environment)
    made.monitor(LAPTOP, "screen")
    made.monitor(EPSON)
    yield made
    made.close()
    for process in (window_manager, server):
        process.terminate()
        process.wait()


def assert_undisturbed(state: State) -> None:
    """Slide and round are where they were, nothing modal came up, and no note was drawn for the room."""
    assert (state["slide"], state["counts"]) == (3, [0, 4, 0])
    assert (state["leaks"], state["modal"]) == ([], 0)


def test_a_projector_that_is_unplugged_and_comes_back_gets_its_slides_again(desk: Desk) -> None:
    desk.start()
    state = desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080])
    assert (state["projector"], state["notes"]) == ("EPSON", True)
    desk.unplug("EPSON")
    state = desk.until(lambda s: s["mode"] == "lost")
    assert (state["room"], state["console"], state["notes"]) == (None, "LAPTOP", True)
    desk.monitor(("SONY", EPSON[1]))
    state = desk.until(lambda s: len(s["screens"]) == 2)
    assert (state["mode"], state["room"]) == ("lost", None)
    desk.unplug("SONY")
    desk.monitor(EPSON)
    state = desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080])
    assert_undisturbed(state)


def test_a_projector_that_comes_back_in_another_size_waits_for_f5(desk: Desk) -> None:
    desk.start()
    desk.until(lambda s: s["mode"] == "fullscreen")
    desk.unplug("EPSON")
    desk.monitor(("EPSON", "1280/500x720/280+1366+0"))
    state = desk.until(lambda s: len(s["screens"]) == 2 and s["mode"] == "lost")
    desk.ask("key F5")
    state = desk.until(lambda s: s["room"] == [1366, 0, 1280, 720])
    assert state["remembered"] == ["EPSON||1280x720|0"]
    assert_undisturbed(state)


def test_x_swaps_slides_and_notes_for_today_and_nothing_is_drawn_where_it_must_not(
    desk: Desk,
) -> None:
    desk.start()
    desk.until(lambda s: s["mode"] == "fullscreen")
    desk.ask("key X")
    state = desk.until(lambda s: s["room"] == [0, 0, 1366, 768] and s["notes"])
    assert state["console"] == "EPSON"
    assert (state["projector"], state["notes"]) == ("LAPTOP", True)
    desk.ask("key X")
    state = desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080] and s["notes"])
    assert state["console"] == "LAPTOP"
    assert state["remembered"] == []
    assert_undisturbed(state)


def test_when_the_lid_is_shut_the_notes_do_not_come_onto_the_projector(desk: Desk) -> None:
    desk.unplug("EPSON")
    desk.unplug("LAPTOP")
    desk.monitor(EPSON, "screen")
    desk.monitor(LAPTOP)
    desk.start()
    desk.until(lambda s: s["mode"] == "fullscreen")
    desk.unplug("LAPTOP")
    state = desk.until(lambda s: len(s["screens"]) == 1)
    assert (state["notes"], state["strip"]) == (False, True)
    assert state["room"] == [1366, 0, 1920, 1080]
    desk.monitor(LAPTOP)
    state = desk.until(lambda s: s["notes"])
    assert state["console"] == "LAPTOP"
    assert_undisturbed(state)


def test_on_one_screen_the_slides_stand_above_the_strip_until_the_notes_are_asked_for(
    desk: Desk,
) -> None:
    desk.unplug("EPSON")
    desk.start()
    state = desk.until(lambda s: s["mode"] == "strip" and s["docked"])
    assert (state["notes"], state["strip"]) == (False, True)
    desk.monitor(EPSON)
    state = desk.until(lambda s: "EPSON" in s["bars"])
    desk.ask("key F5")
    state = desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080] and s["notes"])
    assert_undisturbed(state)


def test_after_sleep_the_slides_stand_on_the_projector_again(desk: Desk) -> None:
    desk.start()
    desk.until(lambda s: s["mode"] == "fullscreen")
    desk.ask("slept")
    state = desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080])
    assert_undisturbed(state)


def test_after_the_end_the_projector_keeps_a_page_also_through_being_unplugged_until_it_is_left(
    desk: Desk,
) -> None:
    desk.start()
    desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080])
    desk.ask("end")
    state = desk.ask()
    assert (state["room"], state["seen"]) == ([1366, 0, 1920, 1080], "Looking")
    desk.unplug("EPSON")
    state = desk.until(lambda s: s["mode"] == "lost")
    assert (state["room"], state["console"]) == (None, "LAPTOP")
    desk.monitor(EPSON)
    desk.until(lambda s: s["room"] == [1366, 0, 1920, 1080])
    desk.ask("leave")
    assert desk.ask()["room"] is None
    desk.unplug("EPSON")
    desk.until(lambda s: len(s["screens"]) == 1)
    desk.monitor(EPSON)
    assert desk.until(lambda s: len(s["screens"]) == 2)["room"] is None


def test_after_the_end_nothing_covers_the_only_screen(desk: Desk) -> None:
    desk.unplug("EPSON")
    desk.start()
    desk.until(lambda s: s["docked"])
    state = desk.ask("end")
    assert (state["room"], state["docked"], state["strip"]) == (None, False, False)


def test_mirrored_monitors_keep_the_notes_away(desk: Desk) -> None:
    desk.unplug("EPSON")
    desk.monitor(("BEAMER", LAPTOP[1]))
    desk.start()
    state = desk.until(lambda s: s["mode"] == "strip")
    assert (state["mirrored"], state["notes"]) == (True, False)


def test_a_projector_that_comes_back_as_a_mirror_shows_the_slides_and_no_notes(desk: Desk) -> None:
    desk.start()
    desk.until(lambda s: s["mode"] == "fullscreen")
    desk.unplug("EPSON")
    desk.until(lambda s: s["mode"] == "lost")
    desk.monitor(("BEAMER", LAPTOP[1]))
    state = desk.until(lambda s: s["mode"] == "strip")
    assert (state["docked"], state["mirrored"], state["notes"]) == (True, True, False)


def test_qt_offscreen_screens_of_two_scales_are_swapped_as_well(tmp_path: Path) -> None:
    screens = [
        {"name": "panel", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1},
        {"name": "beamer", "x": 1366, "y": 0, "width": 1920, "height": 1080, "dpr": 2},
    ]
    for screen in screens:
        screen.update(logicalDpi=96, logicalBaseDpi=96)
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    desk = Desk({**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"})
    desk.start()
    try:
        state = desk.until(lambda s: s["mode"] == "fullscreen")
        assert len(state["screens"]) == 2
        room, console = state["projector"], state["console"]
        assert {room, console} == {"panel", "beamer"}
        desk.ask("key X")
        state = desk.until(lambda s: s["notes"])
        assert (state["projector"], state["console"]) == (console, room)
        assert_undisturbed(state)
    finally:
        desk.close()
