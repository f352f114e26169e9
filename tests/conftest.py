"""What every test needs: no real display is touched, and nobody's own data folder."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from imhtrainer.ui.garbage import collect_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no failure: how long an example takes is for the benchmarks.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of the test's own."""
    monkeypatch.setenv("IMHTRAINER_HOME", str(tmp_path / "imhtrainer-home"))


def pytest_configure() -> None:
    """No other thread of the program may destroy a window that was left over."""
    gc.disable()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """What a test left over goes after it, on this thread."""
    yield
    collect_due()
