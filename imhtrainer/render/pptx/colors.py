"""Page colours as theme colours, so that a deck can be recoloured in PowerPoint's Design tab."""

from collections.abc import Mapping
from dataclasses import dataclass

from imhtrainer.render.pptx.markup import tag

THEME_SLOTS: Mapping[str, str] = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "lagoon",
    "lt2": "sand",
    "accent1": "lagoon",
    "accent2": "coral",
    "accent3": "sun",
    "accent4": "leaf",
    "accent5": "plum",
    "accent6": "ink-soft",
    "hlink": "lagoon",
    "folHlink": "plum",
}
"""The theme's twelve colours and the token that fills each."""

_NAME_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def hex_digits(color: str) -> str:
    """``#1f2a37`` as ``1F2A37``, the way Office writes it."""
    return color.lstrip("#").upper()


@dataclass(frozen=True, slots=True)
class Colors:
    """Turns a page's colour names into markup; ``slots`` gives the theme colour of a hex value."""

    slots: Mapping[str, str]
    palette: Mapping[str, str]

    @classmethod
    def of_theme(cls, tokens: Mapping[str, str]) -> "Colors":
        """Colours of a theme; the first slot that holds a value stands for it."""
        slots: dict[str, str] = {}
        for slot, token in THEME_SLOTS.items():
            slots.setdefault(hex_digits(tokens[token]), _NAME_ON_SLIDES.get(slot, slot))
        return cls(slots, tokens)

    def on(self, palette: Mapping[str, str]) -> "Colors":
        """The same theme with the names of one page."""
        return Colors(self.slots, palette)

    def markup(self, color: str) -> str:
        """A colour name or ``#RRGGBB`` as a colour element."""
        value = hex_digits(self.palette.get(color, color))
        slot = self.slots.get(value)
        return tag("a:schemeClr", {"val": slot}) if slot else tag("a:srgbClr", {"val": value})

    def fill(self, color: str) -> str:
        """A fill element; no colour is no fill."""
        return tag("a:solidFill", {}, self.markup(color)) if color else tag("a:noFill")
