"""A deck's picture on a page, or the poster of what plays there."""

from dataclasses import replace
from pathlib import Path

from imhtrainer.domain.deck import Media, Picture
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.compose.shapes import disc
from imhtrainer.layout.page import PLAY_SIGN, Box, Clip, GroupBox, PathBox, PictureBox
from imhtrainer.layout.pictures import place_picture
from imhtrainer.layout.text import Frame

SIGN = 38.0
"""Radius of the play sign's disc."""


def show_picture(
    scene: Scene, picture: Picture, frame: Frame, name: str = "picture", step: int = 0
) -> PictureBox:
    """The picture in its frame; a missing or damaged file is a ``LayoutError`` with its line."""
    shown = place_picture(
        scene.file(picture),
        frame,
        picture.fit,
        picture.alt,
        name,
        "picture",
        step,
        line=picture.line,
        shelf=scene.kit.pictures,
    )
    if picture.plays is None:
        return shown
    return replace(shown, clip=_clip(Path(scene.deck.folder), picture.plays))


def play_sign(shown: PictureBox) -> tuple[Box, ...]:
    """The sign over a poster; nothing over a picture."""
    if shown.clip is None:
        return ()
    cx, cy = shown.x + shown.w / 2, shown.y + shown.h / 2
    left, right, half = cx - 0.3 * SIGN, cx + 0.5 * SIGN, 0.46 * SIGN
    corners = (
        ("M", (left, cy - half)),
        ("L", (right, cy)),
        ("L", (left, cy + half)),
        ("Z", ()),
    )
    boxes = (
        disc(cx, cy, SIGN, "paper", "lagoon", 3, "play-disc"),
        PathBox(corners, "lagoon", "lagoon", 4, name="play-arrow"),
    )
    return (GroupBox(boxes, PLAY_SIGN, step=shown.step),)


def _clip(folder: Path, media: Media) -> Clip:
    file = (folder / media.path).absolute()
    subtitles = file.with_suffix(".vtt")
    beside = str(subtitles) if subtitles.is_file() else ""
    return Clip(str(file), media.mime, media.kind, media.loop, media.mute, beside)
