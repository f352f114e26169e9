"""Video and sound files: whether they are there, are what they are called, and can be followed by reading."""

from collections.abc import Callable, Iterator
from pathlib import Path
from pkgutil import resolve_name
from typing import Literal

from imhtrainer.decks.source import is_file
from imhtrainer.domain.deck import Media

Kind = Literal["video", "audio"]

LARGEST_BYTES = 2_000_000_000
"""The largest video or sound file, in bytes: the deck must fit on a stick."""

KINDS: dict[str, tuple[Kind, str]] = {
    ".mp4": ("video", "video/mp4"),
    ".m4v": ("video", "video/mp4"),
    ".mov": ("video", "video/quicktime"),
    ".webm": ("video", "video/webm"),
    ".mp3": ("audio", "audio/mpeg"),
    ".m4a": ("audio", "audio/mp4"),
    ".wav": ("audio", "audio/wav"),
    ".ogg": ("audio", "audio/ogg"),
    ".flac": ("audio", "audio/flac"),
}
"""What an ending means: kind and MIME type."""

_MOVIE, _MATROSKA = (4, b"ftyp"), (0, b"\x1a\x45\xdf\xa3")
_SIGNS: dict[str, tuple[tuple[int, bytes], ...]] = {
    ".mp4": (_MOVIE,),
    ".m4v": (_MOVIE,),
    ".mov": (_MOVIE, (4, b"moov"), (4, b"wide"), (4, b"mdat")),
    ".webm": (_MATROSKA,),
    ".mp3": ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"), (0, b"\xff\xfa")),
    ".m4a": (_MOVIE,),
    ".wav": ((0, b"RIFF"),),
    ".ogg": ((0, b"OggS"),),
    ".flac": ((0, b"fLaC"), (0, b"ID3")),
}
"""Bytes by which a file shows its kind, and where they stand."""


def media_kind(path: str) -> tuple[Kind, str] | None:
    """Kind and MIME type of a path by its ending; None where it is no video and no sound."""
    return KINDS.get(Path(path).suffix.lower())


def subtitles_of(file: Path) -> Path | None:
    """The subtitles beside a video or sound: the same name ending in ``.vtt``."""
    beside = file.with_suffix(".vtt")
    return beside if is_file(beside) else None


def media_faults(folder: Path, media: Media) -> Iterator[str]:
    """What is wrong with a video or sound in ``folder``, and with the subtitles beside it."""
    file = folder / media.path
    name = f"The {_WORDS[media.kind]} “{media.path}”"
    outside = ":" in media.path or media.path.startswith(("/", "\\"))
    if outside or ".." in Path(media.path).parts:
        yield f"{name} lies outside the deck's folder: copy it into media/."
    elif not is_file(file):
        yield f"{name} is missing: put the file there or mend the path."
    elif file.stat().st_size > LARGEST_BYTES:
        yield f"{name} is larger than 2 GB: make it smaller."
    else:
        yield from (f"{name} {fault}" for fault in _file_faults(file))


_WORDS = {"video": "video", "audio": "sound"}


def _file_faults(file: Path) -> Iterator[str]:
    kind = file.suffix.lower()
    try:
        with file.open("rb") as stream:
            head = stream.read(16)
    except OSError as error:
        yield f"cannot be read: {error.strerror}."
        return
    if not any(head[at : at + len(sign)] == sign for at, sign in _SIGNS[kind]):
        yield f"is no {kind[1:].upper()} file in truth: save it again from its source."
    subtitles = subtitles_of(file)
    if subtitles is not None and (fault := _fault_of(subtitles)):
        yield f"has subtitles in “{subtitles.name}” that cannot be read: {fault}"


def _fault_of(subtitles: Path) -> str:
    """What is wrong with subtitles; their reader is loaded where there are some."""
    find_fault: Callable[[Path], str] = resolve_name("imhtrainer.decks.subtitles:subtitle_fault")
    return find_fault(subtitles)
