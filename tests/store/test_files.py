"""The old file stays whole until the new one is; names are safe on every system."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imhtrainer.domain.errors import Cancelled, StoreError
from imhtrainer.store.files import NAME_BYTES, replace_file, safe_name

Write = Callable[[BinaryIO], None]


def put(content: bytes) -> Write:
    def write(out: BinaryIO) -> None:
        out.write(content)

    return write


def fail(error: BaseException) -> Write:
    def write(out: BinaryIO) -> None:
        out.write(b"half of the new")
        raise error

    return write


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "deck.pdf"
    replace_file(path, put(b"first"))
    replace_file(path, put(b"second"))
    assert path.read_bytes() == b"second"
    assert [p.name for p in path.parent.iterdir()] == ["deck.pdf"]


@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), StoreError, "The disk is full"),
        (PermissionError(errno.EACCES, "denied"), StoreError, "nothing can be saved in this place"),
        (OSError(errno.EROFS, "read-only"), StoreError, "nothing can be saved in this place"),
        (PermissionError(errno.EACCES, "denied", "a", 5, "b"), StoreError, "open elsewhere"),
        (OSError(errno.EIO, "Input/output error"), StoreError, "Input/output error"),
        (Cancelled("Stopped."), Cancelled, "Stopped"),
    ],
)
def test_when_writing_fails_the_old_file_stays_whole_and_nothing_lies_beside_it(
    error: Exception, raised: type[Exception], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(b"old")
    with pytest.raises(raised, match=words):
        replace_file(path, fail(error))
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["deck.pdf"]


def test_a_place_that_cannot_be_written_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="a file stands where a folder must be"):
        replace_file(tmp_path / "file" / "deck.pdf", put(b""))
    with pytest.raises(StoreError, match="it is a folder"):
        replace_file(tmp_path, put(b""))
    with pytest.raises(StoreError, match="Could not write /proc"):
        replace_file(Path("/proc/deck.pdf"), put(b""))


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    replace_file(link, put(b"new"))
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("O’Neill / Ana: <1>", "O’Neill - Ana- -1"),
        ("..\\..\\etc\\passwd", "etc-passwd"),
        ("CON", "CON_"),
        ("com1.txt", "com1.txt_"),
        ("Ruiz.", "Ruiz"),
        ("\x00\n", "untitled"),
        ("", "untitled"),
        ("مريم السيد", "مريم السيد"),
    ],
)
def test_a_name_is_safe_on_windows_macos_and_linux(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=400))
def test_any_text_makes_a_name_that_can_be_written(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name.encode()) <= NAME_BYTES + 1
    assert not set(name) & set('<>:"/\\|?*\x00\n')
    assert not name.endswith((" ", "."))


def test_a_long_name_is_cut_between_letters() -> None:
    assert len(safe_name("সুমাইয়া " * 60).encode()) <= NAME_BYTES


@pytest.mark.parametrize("title", ["Day 1", "A long title " * 40, "ننظر معًا " * 60])
def test_what_tells_files_of_one_title_apart_is_never_cut(title: str) -> None:
    name = safe_name(title, ", facilitator guide")
    assert name.endswith(", facilitator guide")
    assert len(name.encode()) <= NAME_BYTES
    assert name.startswith(title[:5].strip())
