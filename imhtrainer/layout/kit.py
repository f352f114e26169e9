"""What a composer needs at hand: the theme, the fonts and the pictures already looked at."""

from dataclasses import dataclass, field, replace

from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.house_words import house_words
from imhtrainer.layout.pictures import PictureShelf
from imhtrainer.layout.theme import Theme, load_theme
from imhtrainer.resources import resource_path


@dataclass(frozen=True, slots=True)
class Kit:
    """A theme, the fonts it is set in, and the shelf that spares reading a picture twice.

    ``mirrored`` says that paper is laid out for readers who begin at the right.
    """

    theme: Theme
    fonts: FontLibrary
    pictures: PictureShelf = field(default_factory=PictureShelf)
    mirrored: bool = False

    def reading(self, lang: str) -> "Kit":
        """The kit for paper in a language."""
        return replace(self, mirrored=house_words(lang).from_right)


def load_kit(theme_name: str = "dawn") -> Kit:
    """The kit of a theme in ``resources/themes`` with the fonts in ``resources/fonts``."""
    return Kit(load_theme(theme_name), FontLibrary(resource_path("fonts")))
