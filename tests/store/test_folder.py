"""One running program per data folder; the system frees the folder when the program dies."""

import subprocess
import sys
from pathlib import Path

import pytest

from imhtrainer.domain.errors import AlreadyRunning, StoreError
from imhtrainer.store.folder import DataFolder, data_folder

HOLD = (
    "import sys, time; from pathlib import Path; from imhtrainer.store.folder import DataFolder; "
    "lock = DataFolder(Path(sys.argv[1])).lock(); print('held', flush=True); time.sleep(600)"
)


def test_a_second_start_says_that_the_app_is_running_until_the_first_is_killed(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "home")
    assert not folder.in_use()
    arguments = [sys.executable, "-c", HOLD, str(folder.path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunning, match="IMH Trainer is already running") as refused:
            folder.lock()
        assert str(folder.path) in str(refused.value)
        assert folder.in_use()
        program.kill()
    assert not folder.in_use()
    folder.lock().release()


def test_the_folder_is_free_again_when_the_lock_is_let_go(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with folder.lock(), pytest.raises(AlreadyRunning):
        folder.lock()
    with folder.lock():
        pass


def test_the_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMHTRAINER_HOME", str(tmp_path / "elsewhere"))
    folder = DataFolder(data_folder())
    places = (folder.journal, folder.settings, folder.pictures, folder.trainings, folder.outputs)
    assert all(tmp_path / "elsewhere" in place.parents for place in places)


def test_without_the_variable_outputs_go_to_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IMHTRAINER_HOME", raising=False)
    folder = DataFolder(data_folder())
    assert folder.path.name == "IMH Trainer"
    assert folder.outputs.name == "IMH Trainer"
    assert folder.path not in folder.outputs.parents


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="data folder"):
        DataFolder(tmp_path / "file" / "home").lock()
