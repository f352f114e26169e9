"""A deck's picture on a page."""

from imhtrainer.domain.deck import Picture
from imhtrainer.layout.compose.scene import Scene
from imhtrainer.layout.page import PictureBox
from imhtrainer.layout.pictures import place_picture
from imhtrainer.layout.text import Frame


def show_picture(
    scene: Scene, picture: Picture, frame: Frame, name: str = "picture", step: int = 0
) -> PictureBox:
    """The picture in its frame; a missing or damaged file is a ``LayoutError`` with its line."""
    return place_picture(
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
