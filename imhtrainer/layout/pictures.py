"""Picture files fitted into boxes; what opens them is loaded for the first one."""

from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Literal

from imhtrainer.domain.deck import Picture
from imhtrainer.domain.errors import LayoutError
from imhtrainer.layout.frame import Frame
from imhtrainer.layout.page import PictureBox
from imhtrainer.resources import resource_path

if TYPE_CHECKING:
    from imhtrainer.layout.seeing import Seen

__all__ = ["Frame", "PictureShelf", "picture_file", "place_picture"]

Fit = Literal["contain", "cover"]
Across = Literal["left", "center", "right"]
Down = Literal["top", "middle", "bottom"]

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}


class PictureShelf:
    """Remembers picture files that were checked and read, until they change on disk."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, int, int], Seen] = {}

    def look(self, path: Path, line: int = 0) -> "Seen":
        """Check a picture file. Raises ``LayoutError`` if it is missing, too large or damaged."""
        try:
            state = path.stat()
        except OSError as error:
            raise LayoutError(
                f"{path.name}: there is no such picture; add the file or mend its name", line
            ) from error
        key = (str(path), state.st_mtime_ns, state.st_size)
        if key not in self._seen:
            look_at = resolve_name("imhtrainer.layout.seeing:look_at")
            self._seen[key] = look_at(path, state.st_size, line)
        return self._seen[key]


def place_picture(
    path: Path,
    frame: Frame,
    fit: Fit = "contain",
    alt: str = "",
    name: str = "picture",
    role: str = "",
    step: int = 0,
    line: int = 0,
    across: Across = "center",
    down: Down = "middle",
    shelf: PictureShelf | None = None,
) -> PictureBox:
    """Fit a picture into a frame: ``contain`` shows all of it, ``cover`` fills the frame and crops.

    ``across`` and ``down`` say where it stands, or what stays, when the proportions differ. A drawing
    is never cropped. Give the kit's ``shelf``, so that no file is read twice.
    Raises ``LayoutError`` with the deck's line if the file is missing, too large or damaged.
    """
    seen = (shelf or PictureShelf()).look(path, line)
    if fit == "cover" and seen.drawing is None:
        crop = _crop(seen, frame, _SHARES[across], _SHARES[down])
        return PictureBox(
            frame.x, frame.y, frame.w, frame.h, str(path), alt, (), crop, name, role, step
        )
    box = _contained(seen, frame, _SHARES[across], _SHARES[down])
    drawing = ()
    if seen.drawing:
        place = resolve_name("imhtrainer.layout.drawing:place")
        drawing = place(seen.drawing, box.x, box.y, box.w, box.h)
    return PictureBox(
        box.x, box.y, box.w, box.h, str(path), alt, drawing, (0.0,) * 4, name, role, step
    )


def picture_file(folder: Path, picture: Picture) -> Path:
    """Where a picture of a deck in ``folder`` lies; a sound without a poster has the program's."""
    if not picture.path and picture.plays is not None:
        return resource_path("media", "sound.svg")
    return folder / picture.path


def _contained(seen: "Seen", frame: Frame, across: float, down: float) -> Frame:
    scale = min(frame.w / seen.width, frame.h / seen.height)
    w, h = seen.width * scale, seen.height * scale
    return Frame(frame.x + (frame.w - w) * across, frame.y + (frame.h - h) * down, w, h)


def _crop(
    seen: "Seen", frame: Frame, across: float, down: float
) -> tuple[float, float, float, float]:
    scale = max(frame.w / seen.width, frame.h / seen.height)
    wide = 1 - frame.w / (seen.width * scale)
    high = 1 - frame.h / (seen.height * scale)
    return (wide * across, high * down, wide * (1 - across), high * (1 - down))
