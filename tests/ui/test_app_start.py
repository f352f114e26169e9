"""The program as it is started, in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from imhtrainer.store.folder import DataFolder

START = """
import sys
from PySide6.QtCore import QTimer
import imhtrainer.app as app
made = app.make_application()
app.make_application = lambda: made
{before}
def look():
    if ready():
        tell()
        made.quit()
often = QTimer(interval=50)
often.timeout.connect(look)
often.start()
sys.exit(app.run_app())
"""
READY = """
from pathlib import Path
def ready():
    return "imhtrainer.ui.wrapup.page" in sys.modules
"""
"""The day's last module is there: everything was opened before it."""
QUIET = READY + "def tell(): pass"


def start(home: Path, before: str = QUIET) -> subprocess.CompletedProcess[str]:
    """Start the program, and end it once it is ``ready()`` and has told what it shall ``tell()``."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", START.format(before=before)],
        env={**os.environ, "IMHTRAINER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_starts_and_ends_without_a_word(tmp_path: Path) -> None:
    done = start(tmp_path / "home")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home" / "errors.log").exists()
    assert not (tmp_path / "home" / "crash.log").exists()
    assert (tmp_path / "home" / "journal.sqlite").is_file()


def test_a_second_start_says_that_the_first_still_runs(tmp_path: Path) -> None:
    before = """
from PySide6.QtWidgets import QLabel
def words():
    return [l.text() for w in made.topLevelWidgets() for l in w.findChildren(QLabel) if l.isVisible()]
def ready():
    return bool(words())
def tell():
    print(words())
"""
    with DataFolder(tmp_path / "home").lock():
        done = start(tmp_path / "home", before)
    assert done.returncode == 1
    assert "already running" in done.stdout


def test_a_damaged_journal_is_kept_aside_and_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "journal.sqlite").write_bytes(b"not a journal at all" * 100)
    before = """
from imhtrainer.ui.home.page import HomePage
def words():
    pages = [p for w in made.topLevelWidgets() for p in w.findChildren(HomePage)]
    return pages[0].message.text if pages else ""
def ready():
    return bool(words())
def tell():
    print(words())
"""
    done = start(home, before)
    assert "It was kept as" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_end_by_a_fault_is_in_the_log_at_the_next_start(tmp_path: Path) -> None:
    home = tmp_path / "home"
    fault = """
import os, signal
def tell():
    os.kill(os.getpid(), signal.SIGSEGV)
"""
    done = start(home, READY + fault)
    assert done.returncode == -signal.SIGSEGV
    done = start(home)
    assert done.returncode == 0
    story = (home / "errors.log").read_text("utf-8")
    assert "Segmentation fault" in story
    assert "in run_app" in story
    assert not (home / "crash.log").exists()


def test_the_window_is_imported_without_the_database_and_the_fonts() -> None:
    script = "import sys, imhtrainer.app; print([m for m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    others = ("sqlalchemy", "uharfbuzz", "fontTools", "pptx", "pypdfium2", "openpyxl")
    ours = ("imhtrainer.domain.events", "imhtrainer.domain.deck", "imhtrainer.ui.day")
    for heavy in (*others, "PIL", "yaml", "markdown_it", "cryptography", *ours):
        assert f"'{heavy}'" not in done.stdout


def test_what_makes_qt_classes_is_imported_on_the_windows_thread(tmp_path: Path) -> None:
    before = """
import threading
class Watch:
    beside = []
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            self.beside.append(name)
sys.meta_path.insert(0, Watch())
def tell():
    files = [sys.modules[n].__file__ for n in Watch.beside if n.startswith("imhtrainer") and n in sys.modules]
    print([f for f in files if chr(10) + "from PySide6" in Path(f).read_text("utf-8")])
    print([n for n in Watch.beside if n.startswith("PySide6")])
"""
    done = start(tmp_path / "home", READY + before)
    assert done.stdout.split("\n") == ["[]", "[]", ""]


def test_the_windows_are_dressed_again_for_another_scheme_and_for_no_other_setting(
    tmp_path: Path,
) -> None:
    before = """
from dataclasses import replace
worn = []
dress = app.apply_look
app.apply_look = lambda made, look: (worn.append(look.dark), dress(made, look))
class Watched(app.Program):
    def start(self, *told):
        super().start(*told)
        settings = self._settings
        settings.change(replace(settings.now, scheme="light"))
        settings.change(replace(settings.now, projectors=("EPSON",)))
        settings.change(replace(settings.now, scheme="dark"))
        settings.change(replace(settings.now, volume=0.5))
        print(worn)
app.Program = Watched
"""
    assert start(tmp_path / "home", QUIET + before).stdout == "[False, True]\n"
