"""Everything but the window and pictures works on a machine without Qt; what does not says so in a sentence."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

DECK = Path(__file__).parent / "decks" / "data" / "little"
WITHOUT_QT = (
    "import sys\n"
    "for name in ('PySide6', 'shiboken6'): sys.modules[name] = None\n"
    "from imhtrainer.__main__ import main\n"
    "sys.argv[0] = 'imhtrainer'\n"
    "main()\n"
)


@dataclass(frozen=True)
class Machine:
    """A computer without display; ``qt`` is whether PySide6 can be imported there."""

    home: Path
    qt: bool = False

    def run(self, *arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run ``imhtrainer`` there."""
        start = ["-m", "imhtrainer"] if self.qt else ["-c", WITHOUT_QT]
        return subprocess.run(
            [sys.executable, "-W", "error", *start, *map(str, arguments)],
            env={"IMHTRAINER_HOME": str(self.home), "PYTHONUTF8": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def bare(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "home")


def test_every_headless_command_works_with_pyside6_blocked(bare: Machine, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("Name\nمريم السيد\nNguyễn Thị Ánh\n", "utf-8")
    facts = ["--training", DECK, "--date", "2026-01-31", "--facilitator", "Ana Ruiz"]
    commands: list[list[object]] = [
        ["check", DECK],
        ["export", "pptx", DECK, "-o", tmp_path / "deck.pptx"],
        ["export", "pdf", DECK, "-o", tmp_path / "deck.pdf"],
        ["certificates", roster, *facts, "-o", tmp_path / "certificates.pdf"],
        ["rehearse", DECK, "-o", tmp_path / "rehearsal", "--attendees", "5"],
        ["sessions", "--json"],
        ["--version"],
        ["--help"],
    ]
    for command in commands:
        done = bare.run(*command)
        assert (done.returncode, done.stderr) == (0, ""), command
    written = [path.name for path in tmp_path.rglob("*") if path.suffix in (".pptx", ".pdf")]
    assert sorted(written)[:2] == ["certificates.pdf", "certificates.pdf"]
    assert json.loads((tmp_path / "rehearsal" / "session.json").read_text("utf-8"))["rehearsal"]


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["present", DECK, "--windowed"],
        ["export", "png", DECK, "-o", "pictures"],
    ],
)
def test_without_qt_one_sentence_says_what_to_install_and_what_works(
    command: list[object], bare: Machine
) -> None:
    done = bare.run(*command, DISPLAY=":99")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "pip install PySide6-Essentials" in done.stderr
    assert "imhtrainer check" in done.stderr


@pytest.mark.parametrize("command", [[], ["present", DECK]])
def test_without_a_display_one_sentence_says_so(command: list[object], tmp_path: Path) -> None:
    done = Machine(tmp_path, qt=True).run(*command)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "needs a display" in done.stderr
    assert "imhtrainer check" in done.stderr


def test_without_qts_system_libraries_one_sentence_names_the_packages(tmp_path: Path) -> None:
    plugin = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(b"not a library")
    (tmp_path / "PySide6" / "__init__.py").touch()
    machine = Machine(tmp_path / "home", qt=True)
    done = machine.run(DISPLAY=":99", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "sudo apt-get install" in done.stderr
    assert "libxcb-cursor0" in done.stderr
