"""Where a session's files are is remembered from one start of the program to the next."""

from pathlib import Path

from imhtrainer.store.saved_places import SavedPlaces


def test_the_folder_used_last_comes_first_and_one_that_is_gone_is_left_out(tmp_path: Path) -> None:
    index, one, other = tmp_path / "places.json", tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    places = SavedPlaces(index)
    for folder in (one, other, one, tmp_path / "never"):
        places.note("s1", folder)
    assert SavedPlaces(index).folders("s1") == (one, other)
    assert SavedPlaces(index).folders("s2") == ()
    other.rmdir()
    assert places.folders("s1") == (one,)


def test_what_cannot_be_read_or_written_stops_nothing(tmp_path: Path) -> None:
    index = tmp_path / "places.json"
    index.write_text("{", "utf-8")
    assert SavedPlaces(index).folders("s1") == ()
    refused = SavedPlaces(tmp_path / "places.json" / "below")
    refused.note("s1", tmp_path)
    assert refused.folders("s1") == (tmp_path,)
