"""The program is killed in front of the room: the last slide stays, and the program comes back by itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from imhtrainer.services.guardian import TRIES
from imhtrainer.ui.guardian.keeper import SORRY

ROOT = Path(__file__).parents[2]
MONITORS = (
    ("LAPTOP", "1366/361x768/203+0+0", "screen"),
    ("EPSON", "1920/500x1080/280+1366+0", "none"),
)
PATIENCE = 30.0
COVER = "IMH Trainer keeps the slide"
AUDIENCE = "The room sees this"
DECK = "it-starts-on-day-1"


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    """A display with two monitors and a window manager."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3286x1080x24", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    environment.pop("IMHTRAINER_GUARDIAN", None)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    for monitor in MONITORS:
        subprocess.run(["xrandr", "--setmonitor", *monitor], env=environment, check=True)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait()


def until(right: Callable[[], object]) -> float:
    """Wait until it is so; the seconds it took."""
    start = time.monotonic()
    while not right():
        assert time.monotonic() - start < PATIENCE, "it never came to be"
        time.sleep(0.02)
    return time.monotonic() - start


def seen(environment: dict[str, str], name: str) -> bool:
    search = ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]
    return subprocess.run(search, env=environment, capture_output=True, check=False).returncode == 0


def keepers(home: Path) -> list[psutil.Process]:
    """The guardians that belong to this data folder."""
    found = []
    for process in psutil.process_iter():
        try:
            ours = process.environ().get("IMHTRAINER_HOME") == str(home)
            if ours and "imhtrainer.ui.guardian.keeper" in process.cmdline():
                found.append(process)
        except psutil.Error:
            continue
    return found


def programs(home: Path) -> list[psutil.Process]:
    """What the guardian started, the one that presents before the spare one."""
    found = [child for keeper in keepers(home) for child in keeper.children()]
    return sorted(found, key=lambda program: program.create_time())


def spares(home: Path) -> list[psutil.Process]:
    return [one for one in programs(home) if "imhtrainer.ui.guardian.spare" in one.cmdline()]


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_program_asked_to_end_goes_calmly_and_its_guardian_with_it(
    display: dict[str, str], tmp_path: Path, asked: signal.Signals
) -> None:
    home = tmp_path / "home"
    environment = {**display, "IMHTRAINER_HOME": str(home)}
    command = [sys.executable, "-m", "imhtrainer", "present", DECK]
    program = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        until(lambda: seen(environment, AUDIENCE))
        until(lambda: spares(home))
        family = [*keepers(home), *programs(home)]
        program.send_signal(asked)
        assert program.wait(PATIENCE) == 0
        _, left = psutil.wait_procs(family, timeout=PATIENCE)
        assert left == []
        assert not seen(environment, COVER)
        assert not seen(environment, AUDIENCE)
    finally:
        for process in (*keepers(home), *programs(home)):
            process.kill()
        program.kill()
        program.wait()


@contextmanager
def presenting(environment: dict[str, str], home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that presents; whatever is left of it and of its guardian goes at the end."""
    command = [sys.executable, "-m", "imhtrainer", "present", DECK]
    program = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        yield program
    finally:
        ended = [*keepers(home), *programs(home)]
        for process in ended:
            process.kill()
        psutil.wait_procs(ended)
        program.kill()
        program.wait()


def test_a_killed_program_leaves_the_slide_and_comes_back_where_it_was(
    display: dict[str, str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    environment = {**display, "IMHTRAINER_HOME": str(home)}
    with presenting(environment, home) as program:
        until(lambda: seen(environment, AUDIENCE))
        picture = home / "last-slide.jpg"
        until(picture.exists)
        until(lambda: keepers(home))
        time.sleep(1.0)
        program.send_signal(signal.SIGKILL)
        program.wait()
        covered = until(lambda: seen(environment, COVER))
        back = until(lambda: seen(environment, AUDIENCE)) + covered
        until(lambda: not seen(environment, COVER))
        print(f"covered after {covered:.2f} s, presenting again after {back:.2f} s")
        again = programs(home)[0]
        again.kill()
        until(lambda: seen(environment, COVER))
        until(lambda: seen(environment, AUDIENCE) and not seen(environment, COVER))
        assert again.pid not in [program.pid for program in programs(home)]
        (keeper,) = keepers(home)
        print(f"the guardian takes {keeper.memory_info().rss / 1e6:.0f} MB")
        until(lambda: len(programs(home)) == 2)
        time.sleep(2.0)
        print(f"the spare program {programs(home)[1].memory_info().rss / 1e6:.0f} MB")


def test_a_program_that_hangs_is_ended_and_comes_back_while_its_slide_stays(
    display: dict[str, str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    environment = {**display, "IMHTRAINER_HOME": str(home)}
    with presenting(environment, home) as program:
        until(lambda: seen(environment, AUDIENCE))
        until((home / "last-slide.jpg").exists)
        time.sleep(1.0)
        program.send_signal(signal.SIGSTOP)  # its windows stand, and nothing in it moves any more
        assert program.poll() is None
        until(lambda: seen(environment, COVER))
        assert program.wait(PATIENCE) == -signal.SIGKILL
        until(lambda: seen(environment, AUDIENCE) and not seen(environment, COVER))
        again = programs(home)[0]
        assert again.pid != program.pid
        assert again.status() != psutil.STATUS_STOPPED


def test_after_a_few_crashes_the_guardian_says_what_a_person_can_do_and_goes_with_a_key(
    display: dict[str, str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    environment = {**display, "IMHTRAINER_HOME": str(home)}
    with presenting(environment, home) as program:
        until(lambda: seen(environment, AUDIENCE))
        until((home / "last-slide.jpg").exists)
        time.sleep(1.0)
        (keeper,) = keepers(home)
        program.send_signal(signal.SIGKILL)
        program.wait()
        for _ in range(TRIES):
            until(lambda: seen(environment, COVER))
            until(lambda: seen(environment, AUDIENCE) and not seen(environment, COVER))
            programs(home)[0].kill()
        until(lambda: seen(environment, SORRY))
        time.sleep(2.0)
        assert not seen(environment, AUDIENCE)
        assert keeper.is_running()
        subprocess.run(["xdotool", "key", "space"], env=environment, check=True)
        assert psutil.wait_procs([keeper], timeout=PATIENCE)[1] == []
        assert not seen(environment, SORRY)
