"""Settings survive, and a broken file is kept aside instead of stopping the program."""

from dataclasses import replace
from pathlib import Path

import pytest

from imhtrainer.domain.errors import StoreError
from imhtrainer.store.settings import Settings, SettingsFile


def test_settings_are_read_back_as_they_were_saved(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "home" / "settings.json")
    settings = replace(
        Settings(), facilitator="Ana Ruíz", paper="a4", added_trainings=("/a", "/b"), veil=0.2
    )
    file.save(settings)
    assert SettingsFile(file.path).load() == settings


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    assert file.load() == Settings()
    assert file.kept_aside is None
    assert (Settings().required_share, Settings().notes_size) == (0.9, 18)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"paper": "foolscap"}', '{"veil": 3}', "\xff\xfe", '{"notes_size": 2}']
)
def test_a_broken_file_is_kept_aside_and_the_defaults_serve(text: str, tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.write_bytes(text.encode("latin-1"))
    assert file.load() == Settings()
    assert file.kept_aside is not None
    assert file.kept_aside.read_bytes() == text.encode("latin-1")
    assert not file.path.exists()


def test_a_setting_of_a_newer_version_is_no_trouble(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.write_text('{"facilitator": "Ana", "colour_of_the_cat": "grey"}')
    assert file.load().facilitator == "Ana"


def test_settings_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError):
        SettingsFile(tmp_path / "file" / "settings.json").save(Settings())
