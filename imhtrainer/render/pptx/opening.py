"""Somebody else's PowerPoint file, opened without trusting it.

The file is only ever read in memory: no name in it becomes a path, nothing outside it is fetched, and a
file that would unpack to more than fits, or that declares entities, is refused.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.package import XmlPart
from pptx.presentation import Presentation as OpenedPresentation

from imhtrainer.domain.errors import RenderError

MOST_PARTS = 20_000
MOST_BYTES = 400 * 1024 * 1024
"""What a whole file may unpack to; trainings with photos stay far below."""

_BOMB_RATIO = 250
_SMALL = 1024 * 1024
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_MAIN_TYPES = (
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
_DAMAGED = (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, EOFError, OSError)


def open_presentation(path: Path) -> OpenedPresentation:
    """A ``.pptx`` or ``.potx`` file; ``RenderError`` where it cannot be read or must not be trusted."""
    try:
        with ZipFile(path) as archive:
            _refuse_bomb(path, archive.infolist())
            blob = _as_presentation(path, archive)
        opened = Presentation(BytesIO(blob))
    except _DAMAGED as error:
        raise RenderError(
            f"{path}: it cannot be read as a PowerPoint file. Open it in PowerPoint, save it as .pptx or "
            ".potx without a password, and try again."
        ) from error
    _refuse_entities(path, opened)
    return opened


def _refuse_entities(path: Path, opened: OpenedPresentation) -> None:
    """Refuse a document type in any part that was read as XML, whatever its name and its encoding.

    No entity has been resolved by then: python-pptx reads with that turned off.
    """
    for part in opened.part.package.iter_parts():
        if (
            isinstance(part, XmlPart)
            and part._element.getroottree().docinfo.internalDTD is not None
        ):
            raise _declaring(path, part.partname.membername)


def _declaring(path: Path, name: str) -> RenderError:
    return RenderError(
        f"{path}: {name} declares entities, which PowerPoint never writes, so the file is not opened."
    )


def _refuse_bomb(path: Path, members: list[ZipInfo]) -> None:
    sizes = [(member.file_size, member.compress_size) for member in members]
    total = sum(unpacked for unpacked, _ in sizes)
    whole = (total, sum(packed for _, packed in sizes))
    if len(members) > MOST_PARTS or total > MOST_BYTES or any(map(_swells, (*sizes, whole))):
        raise RenderError(
            f"{path}: the file would unpack to far more than it seems, so it is not opened. "
            "Save it again in PowerPoint with compressed pictures."
        )


def _swells(size: tuple[int, int]) -> bool:
    """Whether a part, or all parts together, unpack to far more than they are packed."""
    unpacked, packed = size
    return unpacked > _SMALL and unpacked > _BOMB_RATIO * max(packed, 1)


def _declares_entities(content: bytes) -> bool:
    """Whether a part has a document type, in whichever width its letters are written."""
    return any(
        "<!DOCTYPE".encode(encoding) in content
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    )


def _as_presentation(path: Path, archive: ZipFile) -> bytes:
    """The same file, a template told to be a presentation; refused if it declares entities."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=1) as copy:
        for name in dict.fromkeys(archive.namelist()):
            content = archive.read(name)
            if name.lower().endswith((".xml", ".rels", ".vml")) and _declares_entities(content):
                raise _declaring(path, name)
            if name == "[Content_Types].xml":
                for other in _OTHER_MAIN_TYPES:
                    content = content.replace(other, _MAIN_TYPE)
            copy.writestr(name, content)
    return out.getvalue()
