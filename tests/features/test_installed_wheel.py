"""An installed wheel is whole: it carries the trainings, fonts and licences and finds them."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

ASK = """
import sys
sys.path.insert(0, sys.argv[1])
from imhtrainer import resources
from imhtrainer.decks.parser import read_deck
from imhtrainer.layout.kit import load_kit
print(resources.__file__)
print(read_deck(resources.slides_path() / "it-starts-on-day-1").title)
load_kit().fonts.face("head", True, False, False)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--disable-pip-version-check",
    ]
    subprocess.run([*command, "--wheel-dir", str(out), str(PROJECT)], check=True)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_trainings_fonts_icons_and_their_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for carried in (
        "slides/it-starts-on-day-1/deck.md",
        "slides/it-starts-on-day-1/images/holding-hands.svg",
        "resources/themes/dawn.toml",
        "resources/fonts/gelasio/OFL.txt",
        "resources/fonts/carlito/OFL.txt",
        "resources/fonts/inter/OFL.txt",
        "resources/fonts/noto/OFL.txt",
        "resources/icons/LICENSE",
    ):
        assert f"imhtrainer/data/{carried}" in names


def test_the_wheel_finds_what_it_carries(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    asked = subprocess.run(
        [sys.executable, "-I", "-c", ASK, str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    where, title = asked.stdout.splitlines()
    assert where.startswith(str(tmp_path))
    assert title == "Infant Mental Health – It Starts on Day 1"
