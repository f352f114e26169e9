"""What a composer needs at hand: the theme and the fonts."""

from dataclasses import dataclass

from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.layout.theme import Theme, load_theme
from imhtrainer.resources import resource_path


@dataclass(frozen=True, slots=True)
class Kit:
    """A theme with the fonts it is set in."""

    theme: Theme
    fonts: FontLibrary


def load_kit(theme_name: str = "dawn") -> Kit:
    """The kit of a theme in ``resources/themes`` with the fonts in ``resources/fonts``."""
    return Kit(load_theme(theme_name), FontLibrary(resource_path("fonts")))
