"""Prints what recording and recovering cost: python -m tests.benchmarks.resume [times killed].

Where there are two monitors on an X display (``DISPLAY``, with xdotool) the whole program is killed in front of
the room as well, and the seconds are told until the last slide stands there and until the program itself has
painted it again.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.roster_import import guess_columns, plan_import
from imhtrainer.domain.session.commands import CountHands, GoTo, StartSession
from imhtrainer.resources import slides_path
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
from imhtrainer.store.rosters import read_roster_file
from tests.benchmarks.figures import tell

PROMISES = 500
PROGRAM = [sys.executable, "-m", "imhtrainer", "present", "it-starts-on-day-1"]
AUDIENCE, COVER = "The room sees this", "IMH Trainer keeps the slide"
CALM = 8.0
"""Seconds a program that is asked to end may take."""
READY = 12.0
"""Seconds into presenting until the guardian and its spare program stand, also on a slow laptop."""
RESUME = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from imhtrainer.domain.session.commands import ResumeSession
from imhtrainer.services.sessions import SessionLibrary
from imhtrainer.store.opening import open_journal
journal = open_journal(Path(sys.argv[1])).journal
session = SessionLibrary(journal, lambda: datetime.now(UTC)).open("killed")
session.do(ResumeSession(session.now())).result()
"""


def main() -> None:
    """Take and print all figures."""
    with TemporaryDirectory() as scratch:
        _tell_resume(Path(scratch))
        _tell_commands(Path(scratch))
        _tell_roster(Path(scratch))
        if os.environ.get("DISPLAY") and shutil.which("xdotool"):
            _tell_kills(Path(scratch), int(sys.argv[1]) if len(sys.argv) > 1 else 5)


def _tell_kills(folder: Path, times: int) -> None:
    """Kill the program that presents, and the one that came back, and so on."""
    environment = {**os.environ, "IMHTRAINER_HOME": str(folder), "QT_QPA_PLATFORM": "xcb"}
    environment.pop("IMHTRAINER_GUARDIAN", None)
    covered, back = [], []
    for _ in range(times):
        program = subprocess.Popen(PROGRAM, env=environment)
        _until(lambda: _seen(environment, AUDIENCE))
        time.sleep(READY)
        start = time.perf_counter()
        program.kill()
        program.wait()
        _until(lambda: _seen(environment, COVER))
        covered.append(time.perf_counter() - start)
        _until(lambda: not _seen(environment, COVER))
        back.append(time.perf_counter() - start)
        _end(_family(folder))
    load = os.getloadavg()[0]
    tell("killed until the last slide stands there", statistics.median(covered), "s")
    tell("killed until the program has painted it", statistics.median(back), "s", "at most 2")
    tell("  slowest", max(back), "s", f"load {load:.1f}")


def _end(family: list[psutil.Process]) -> None:
    """Ask all to end and wait: the next one must not be told that one runs already."""
    for left in family:
        left.terminate()
    _, slow = psutil.wait_procs(family, timeout=CALM)
    for left in slow:
        left.kill()


def _family(folder: Path) -> list[psutil.Process]:
    """The guardian of this data folder and its programs."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("IMHTRAINER_HOME") == str(folder):
                found.append(process)
        except psutil.Error:
            continue
    return found


def _seen(environment: dict[str, str], name: str) -> bool:
    search = ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]
    return subprocess.run(search, env=environment, capture_output=True, check=False).returncode == 0


def _until(right: Callable[[], bool]) -> None:
    while not right():
        time.sleep(0.02)


def _tell_resume(folder: Path) -> None:
    bare = statistics.median(_wall(["-c", "pass"]) for _ in range(5))
    taken = []
    for seed in range(3):
        path = folder / f"{seed}.sqlite"
        _run_and_kill(path, seed)
        taken.append(_wall(["-c", RESUME, str(path)]))
    tell("resume after a kill, from a cold Python", statistics.median(taken), "s", "at most 2")
    tell("  of which Python itself starts", bare, "s")


def _tell_commands(folder: Path) -> None:
    journal = open_journal(folder / "commands.sqlite").journal
    library = SessionLibrary(journal, lambda: datetime.now(UTC))
    session = library.create(read_deck(slides_path() / "it-starts-on-day-1"))
    session.do(StartSession(session.now())).result()
    seen, safe = [], []
    question = session.state.plan.checkpoints[0]
    session.do(GoTo(session.now(), question))
    for hands in range(1, 201):
        start = time.perf_counter()
        written = session.do(CountHands(session.now(), 0, hands))
        seen.append(time.perf_counter() - start)
        written.result()
        safe.append(time.perf_counter() - start)
    journal.close()
    tell("a count of hands until it is seen, p99", _p99(seen) * 1000, "ms")
    tell("a count of hands until it is on disk, p99", _p99(safe) * 1000, "ms")


def _tell_roster(folder: Path) -> None:
    path = folder / "roster.csv"
    people = "".join(f"Person Ñ{n} García,p{n}@example.org\n" for n in range(5000))
    path.write_bytes(f"Name,Email\n{people}".encode("cp1252"))

    def read() -> None:
        table = read_roster_file(path)
        plan_import(table.rows, guess_columns(table.headers, table.rows), ())

    tell("5,000 rows read and compared", _seconds(read), "s", "about 1")


def _run_and_kill(path: Path, seed: int) -> None:
    arguments = [sys.executable, "-m", "tests.store.killed_program", str(path), str(seed)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for _ in range(PROMISES):
            program.stdout.readline()
        program.kill()


def _wall(arguments: list[str]) -> float:
    return _seconds(lambda: subprocess.run([sys.executable, *arguments], check=True))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _p99(figures: list[float]) -> float:
    return statistics.quantiles(figures, n=100)[98]


if __name__ == "__main__":
    main()
