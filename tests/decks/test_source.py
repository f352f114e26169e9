from pathlib import Path

import pytest

from imhtrainer.decks.parser import read_deck
from imhtrainer.domain.errors import DeckError


def refusal(path: Path) -> str:
    with pytest.raises(DeckError) as caught:
        read_deck(path)
    assert caught.value.problems == (str(caught.value),)
    return str(caught.value)


def write(folder: Path, data: bytes) -> Path:
    file = folder / "deck.md"
    file.write_bytes(data)
    return file


def test_a_deck_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.md").startswith(f"{tmp_path / 'none.md'}:1: There is no such")
    assert refusal(tmp_path).startswith(f"{tmp_path / 'deck.md'}:1: There is no such deck")


def test_another_encoding_is_named_with_line_byte_and_cure(tmp_path: Path) -> None:
    file = write(tmp_path, "---\ntitle: Caf\u00e9\n---\n".encode("cp1252"))
    assert refusal(tmp_path) == f"{file}:2: Byte 14 (0xE9) is not UTF-8. Save it as UTF-8."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "---\ntitle: Café\n---\n".encode(encoding))
    with pytest.raises(DeckError) as caught:
        read_deck(tmp_path)
    assert "UTF-16" in caught.value.problems[0]


def test_a_zero_byte_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, b"---\ntitle: x\0y\n---\n")
    assert refusal(tmp_path).startswith(f"{file}:2: A zero byte")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, b"a" * 5_000_001)
    assert "The file is 5.0 MB large: a deck has 5 MB at most." in refusal(tmp_path)


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "deck.md").mkdir()
    assert "The file cannot be read" in refusal(tmp_path)


def test_a_byte_order_mark_and_crlf_are_welcome(tmp_path: Path, little: Path) -> None:
    text = (little / "deck.md").read_bytes()
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "hands.svg").write_bytes((little / "images" / "hands.svg").read_bytes())
    write(tmp_path, b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert read_deck(tmp_path).digest == read_deck(little).digest
