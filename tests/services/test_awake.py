"""Sleep is asked to stay away over a real session bus that a small service answers on."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from imhtrainer.services.awake import KeepAwake, try_awake

SERVICE = """
import sys
from jeepney import DBusAddress, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection("SESSION")
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
print("ready", flush=True)
while True:
    asked = bus.receive()
    if asked.header.message_type is not MessageType.method_call:
        continue
    member = asked.header.fields[3]
    print(member, flush=True)
    answer = ("u", (7,)) if member == "Inhibit" else (None, ())
    bus.send(new_method_return(asked, *answer))
"""


@pytest.fixture
def screen_saver(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """A session bus with a screen saver on it that prints what it is asked."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    service = subprocess.Popen(
        [sys.executable, "-c", SERVICE], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert service.stdout is not None
    assert service.stdout.readline() == "ready\n"
    yield service
    for process in (service, daemon):
        process.terminate()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def heard(service: subprocess.Popen[str]) -> str:
    assert service.stdout is not None
    return service.stdout.readline().strip()


def test_sleep_is_held_off_while_presenting_and_given_back(
    screen_saver: subprocess.Popen[str],
) -> None:
    awake = KeepAwake()
    awake.hold()
    awake.hold()
    assert heard(screen_saver) == "Inhibit"
    assert awake.holding
    awake.release(wait=True)
    assert heard(screen_saver) == "UnInhibit"
    assert not awake.holding


def test_preflight_tries_it_and_takes_it_back(screen_saver: subprocess.Popen[str]) -> None:
    tried = try_awake()
    assert (tried.held, tried.method) == (True, "org.freedesktop.ScreenSaver")
    assert [heard(screen_saver), heard(screen_saver)] == ["Inhibit", "UnInhibit"]


def test_where_nobody_answers_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    tried = try_awake()
    assert not tried.held
    assert tried.why_not


def test_a_program_that_is_killed_lets_go_of_its_connection_to_the_bus(
    screen_saver: subprocess.Popen[str],
) -> None:
    """The bus tells services of a name that vanished; holding off ends with it by the freedesktop rule."""
    code = (
        "from imhtrainer.services.awake import KeepAwake; import time\n"
        "KeepAwake().hold(); time.sleep(60)"
    )
    program = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2])
    assert heard(screen_saver) == "Inhibit"
    names = ("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/")
    ask = (*names, "org.freedesktop.DBus.ListNames")
    before = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.count('":')
    program.kill()
    program.wait()
    time.sleep(0.2)
    after = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.count('":')
    assert after == before - 1
