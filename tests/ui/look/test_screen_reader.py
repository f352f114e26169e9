"""What a screen reader is told: the program is run, read and used over the real accessibility bus (AT-SPI)."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.bus_messages import MatchRule, message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import AddAttendees, CountHands, GoTo, SignIn, StartSession
from imhtrainer.resources import slides_path
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.services.trainings import TrainingLibrary
from imhtrainer.store.folder import DataFolder
from imhtrainer.store.opening import open_journal

REPOSITORY = Path(__file__).parents[3]
NEEDED = ("Xvfb", "dbus-daemon")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
ACCESSIBLE = "org.a11y.atspi.Accessible"
CHECKED, FOCUSABLE, SENSITIVE, SHOWING = 4, 11, 24, 25
"""Bits of a state, as at-spi2's constants number them."""
BUTTONS = ("push button", "button", "toggle button")
QUIET = 1.5
"""Seconds in which a second saying of the same thing would have come."""

pytestmark = pytest.mark.skipif(
    not LAUNCHER.exists() or any(shutil.which(each) is None for each in NEEDED),
    reason="needs Xvfb, dbus-daemon and at-spi2-core",
)


@dataclass(frozen=True)
class Thing:
    """One thing a screen reader can speak of."""

    bus: str
    path: str
    role: str
    name: str
    states: int

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Gone(Exception):
    """What was to be read is not there any more."""


class Reader:
    """Reads the program as a screen reader does, and presses its buttons."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def listen(self) -> None:
        """Hear from now on what programs announce by themselves."""
        rule = MatchRule(
            type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement"
        )
        self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=20)
        place = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        wanted: tuple[str, list[str], str] = ("object:announcement", [], "")
        asked = new_method_call(place, "RegisterEvent", "sass", wanted)
        self._connection.send_and_get_reply(asked, timeout=20)
        self._heard = self._connection.filter(rule, bufsize=100).__enter__()

    def announced(self) -> list[str]:
        """What was announced since the last call, once nothing more comes."""
        said = []
        try:
            while True:
                message = self._connection.recv_until_filtered(self._heard, timeout=QUIET)
                said.append(str(message.body[3][1]))
        except TimeoutError:
            return said

    def call(
        self, bus: str, path: str, method: str, *, of: str = ACCESSIBLE, said: Any = ()
    ) -> Any:
        signature = {"ss": "ss", "i": "i"}.get(_signature(said))
        asked = new_method_call(DBusAddress(path, bus, of), method, signature, said)
        reply = self._connection.send_and_get_reply(asked, timeout=20)
        if reply.header.message_type is MessageType.error:
            raise Gone(str(reply.body))
        return reply.body[0]

    def programs(self) -> list[tuple[str, str]]:
        root = "/org/a11y/atspi/accessible/root"
        found: list[tuple[str, str]] = self.call("org.a11y.atspi.Registry", root, "GetChildren")
        return found

    def wait_for_registry(self) -> None:
        """Wait until the registry is up: the program looks for it once, as it starts."""
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                assert self.programs() == []
                return
            except Gone:  # it was asked while it came up
                time.sleep(0.2)
        pytest.fail("the registry of the accessibility bus never came up")

    def everything(self) -> list[Thing]:
        """All that is shown, as it is read."""
        return [thing for bus, path in self.programs() for thing in self._walk(bus, path)]

    def press(self, name: str) -> None:
        """Press the button of this name."""
        (button,) = (
            each for each in self.everything() if each.name == name and each.role in BUTTONS
        )
        action = "org.a11y.atspi.Action"
        assert self.call(button.bus, button.path, "DoAction", of=action, said=(0,))

    def until(self, true: Callable[[list[Thing]], bool]) -> list[Thing]:
        """What is shown, once it is as wanted."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                found = self.everything()
            except Gone as gone:  # a page was left while it was read
                found = [Thing("", "", "gone", str(gone), 0)]
            if true(found):
                return found
            time.sleep(0.3)
        pytest.fail(f"never came: {[(each.role, each.name) for each in found]}")

    def _walk(self, bus: str, path: str) -> Iterator[Thing]:
        properties = "org.freedesktop.DBus.Properties"
        (low, high) = self.call(bus, path, "GetState")
        name = self.call(bus, path, "Get", of=properties, said=(ACCESSIBLE, "Name"))[1]
        made = Thing(bus, path, self.call(bus, path, "GetRoleName"), name, low | high << 32)
        application = made.role == "application"
        if application or made.has(SHOWING):
            yield made
            for child_bus, child_path in self.call(bus, path, "GetChildren"):
                yield from self._walk(child_bus, child_path)


def _signature(said: tuple[Any, ...]) -> str:
    return "".join("s" if isinstance(each, str) else "i" for each in said)


def named(role: str, name: str) -> Callable[[list[Thing]], bool]:
    return lambda found: any((each.role, each.name) == (role, name) for each in found)


def nameless(found: list[Thing]) -> list[Thing]:
    stops = [each for each in found if each.has(FOCUSABLE) and each.role != "application"]
    assert len(stops) > 3
    return [each for each in stops if not each.name.strip()]


def in_a_round(home: Path) -> None:
    """A session that stopped in the vote of its first checkpoint: three people are here, one hand was counted."""
    folder = DataFolder(home)
    folder.prepare()
    journal = open_journal(folder.journal).journal
    now = datetime.now().astimezone() - timedelta(minutes=20)
    deck = TrainingLibrary(slides_path()).load(slides_path() / "it-starts-on-day-1")
    session = SessionLibrary(journal, lambda: now).create(deck)
    people = tuple(Attendee(f"p{n}", name) for n, name in enumerate(("Ana", "Bea", "Cem")))
    session.do(AddAttendees(now, people))
    for person in people:
        session.do(SignIn(now, person.id, now))
    session.do(StartSession(now))
    session.do(GoTo(now, session.state.plan.checkpoints[0], leave=True))
    session.do(CountHands(now, 0, 1))
    journal.close()


@contextmanager
def running(tmp_path: Path) -> Iterator[Reader]:
    """The program on a display of its own, with an accessibility bus of its own."""
    started: list[subprocess.Popen[str]] = []
    try:
        reading, writing = os.pipe()
        display = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"]
        quiet = subprocess.DEVNULL
        started.append(subprocess.Popen(display, pass_fds=(writing,), stderr=quiet, text=True))
        os.close(writing)
        with os.fdopen(reading) as told:
            environment = os.environ | {"DISPLAY": f":{told.readline().strip()}"}
        environment |= {"XDG_CACHE_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
        daemon = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        bus = subprocess.Popen(
            daemon, env=environment, stdout=subprocess.PIPE, stderr=quiet, text=True
        )
        started.append(bus)
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        environment |= {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "IMHTRAINER_HOME": str(tmp_path / "home"),
            "PYTHONPATH": str(REPOSITORY),
        }
        with open_dbus_connection(address) as session:
            place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            asked = session.send_and_get_reply(new_method_call(place, "GetAddress"), timeout=20)
        with open_dbus_connection(asked.body[0]) as accessibility:
            reader = Reader(accessibility)
            reader.wait_for_registry()
            program = [sys.executable, "-m", "imhtrainer"]
            started.append(subprocess.Popen(program, env=environment, stderr=quiet, text=True))
            yield reader
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(timeout=20)
            if process.stdout is not None:
                process.stdout.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """The program as it is started for the first time."""
    with running(tmp_path) as program:
        yield program


@pytest.fixture
def reader_in_a_round(tmp_path: Path) -> Iterator[Reader]:
    """The program in a round of a session that was resumed, with the notes on its one screen."""
    in_a_round(tmp_path / "home")
    with running(tmp_path) as program:
        found = program.until(lambda seen: any(each.name.startswith("Resume at") for each in seen))
        program.press(next(each.name for each in found if each.name.startswith("Resume at")))
        program.until(named("push button", "Show my notes"))
        program.press("Show my notes")
        program.until(pressable("One hand more for A"))  # the strip has no such button
        yield program


def pressable(start: str) -> Callable[[list[Thing]], bool]:
    """Whether a button whose name begins so can be pressed."""
    return lambda found: any(
        each.name.startswith(start) and each.role in BUTTONS and each.has(SENSITIVE)
        for each in found
    )


def test_a_screen_reader_hears_each_control_and_can_press_it(reader: Reader) -> None:
    found = reader.until(named("push button", "Settings"))
    found = reader.until(lambda seen: any(each.name.startswith("Prepare your") for each in seen))
    assert nameless(found) == []
    (prepare,) = (each.name for each in found if each.name.startswith("Prepare your"))
    reader.press("Help")
    assert nameless(reader.until(named("push button", "Done"))) == []
    reader.press("Done")
    reader.press("Settings")
    found = reader.until(named("text", "Your name"))
    assert nameless(found) == []
    reader.press("Done")
    reader.until(named("push button", prepare))
    reader.press(prepare)
    found = reader.until(named("text", "Venue"))
    assert nameless(found) == []
    reader.press("Roster")
    found = reader.until(named("push button", "Paste a list"))
    assert nameless(found) == []


def test_in_a_round_each_control_has_its_name_its_role_and_its_state(
    reader_in_a_round: Reader,
) -> None:
    reader = reader_in_a_round
    found = reader.everything()
    assert nameless(found) == []
    roles = {each.name: each.role for each in found}
    assert [roles[f"One hand {more} for {c}"] for c in "ABC" for more in ("more", "less")] == [
        "push button"
    ] * 6
    assert roles["Outline"] == "list"
    items = [each.name for each in found if each.role == "list item"]
    assert "the room sees it" in " ".join(items)
    assert pressable("Close voting")(found)
    assert not pressable("Reveal")(found)
    assert not pressable("Vote again")(found)
    assert not pressable("One hand less for B")(found)
    reader.press("One hand more for B")
    reader.until(pressable("One hand less for B"))


def test_what_happens_in_the_room_is_announced_once(reader_in_a_round: Reader) -> None:
    reader = reader_in_a_round
    reader.listen()
    close = next(each.name for each in reader.everything() if each.name.startswith("Close voting"))
    reader.press(close)
    assert reader.announced() == ["Voting is closed, 1 of 3 has answered"]
    again = next(each.name for each in reader.everything() if each.name.startswith("Vote again"))
    reader.press(again)
    assert reader.announced() == ["Voting is open again"]


def test_the_overview_is_a_list_of_named_slides(reader_in_a_round: Reader) -> None:
    reader = reader_in_a_round
    overview = next(each.name for each in reader.everything() if each.name.startswith("Overview"))
    reader.press(overview)
    found = reader.until(named("list", "All slides"))
    slides = [each.name for each in found if each.role == "list item"]
    assert len(slides) > 5
    assert all(name.startswith("Slide ") for name in slides)
    assert sum(name.endswith("the room sees it") for name in slides) == 1
    assert nameless(found) == []
