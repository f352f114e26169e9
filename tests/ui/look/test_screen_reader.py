"""What a screen reader is told: the program is run, read and used over the real accessibility bus (AT-SPI)."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

REPOSITORY = Path(__file__).parents[3]
NEEDED = ("Xvfb", "dbus-daemon")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
ACCESSIBLE = "org.a11y.atspi.Accessible"
FOCUSABLE, SHOWING = 11, 25
"""Bits of a state, as at-spi2's constants number them."""

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


class Reader:
    """Reads the program as a screen reader does, and presses its buttons."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def call(
        self, bus: str, path: str, method: str, *, of: str = ACCESSIBLE, said: Any = ()
    ) -> Any:
        signature = {"ss": "ss", "i": "i"}.get(_signature(said))
        asked = new_method_call(DBusAddress(path, bus, of), method, signature, said)
        return self._connection.send_and_get_reply(asked, timeout=20).body[0]

    def programs(self) -> list[tuple[str, str]]:
        root = "/org/a11y/atspi/accessible/root"
        found: list[tuple[str, str]] = self.call("org.a11y.atspi.Registry", root, "GetChildren")
        return found

    def everything(self) -> list[Thing]:
        """All that is shown, as it is read."""
        return [thing for bus, path in self.programs() for thing in self._walk(bus, path)]

    def press(self, name: str) -> None:
        """Press the button of this name."""
        (button,) = (
            each for each in self.everything() if each.name == name and "button" in each.role
        )
        action = "org.a11y.atspi.Action"
        assert self.call(button.bus, button.path, "DoAction", of=action, said=(0,))

    def until(self, true: Callable[[list[Thing]], bool]) -> list[Thing]:
        """What is shown, once it is as wanted."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            found = self.everything()
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


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """The program on a display of its own, with an accessibility bus of its own."""
    started: list[subprocess.Popen[str]] = []
    reading, writing = os.pipe()
    display = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"]
    quiet = subprocess.DEVNULL
    started.append(subprocess.Popen(display, pass_fds=(writing,), stderr=quiet, text=True))
    os.close(writing)
    with os.fdopen(reading) as told:
        environment = os.environ | {"DISPLAY": f":{told.readline().strip()}"}
    environment |= {"XDG_CACHE_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(daemon, env=environment, stdout=subprocess.PIPE, stderr=quiet, text=True)
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
        assert reader.programs() == []  # the registry is up before the program wants to be in it
        program = [sys.executable, "-m", "imhtrainer"]
        started.append(subprocess.Popen(program, env=environment, stderr=quiet, text=True))
        yield reader
    for process in reversed(started):
        process.terminate()
        process.wait(timeout=20)
    bus.stdout.close()


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
