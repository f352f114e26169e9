"""Page colours as theme colours, so that a deck can be recoloured in PowerPoint's Design tab."""

from collections.abc import Mapping
from dataclasses import dataclass

from imhtrainer.render.pptx.markup import tag
from imhtrainer.render.pptx.shades import shade_of

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

SHADES: Mapping[str, str] = {
    "surface": "lt1",
    "coral-text": "accent2",
    "night": "dk1",
    "horizon": "dk2",
    "path": "accent6",
}
"""Tokens without a slot of their own, and the theme colour of which each is a shade."""

_NAME_ON_SLIDES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


HOUSE: Mapping[str, tuple[str, str]] = {
    "ink": ("tx1", ""),
    "ink-soft": ("tx1", tag("a:lumMod", {"val": 65_000}) + tag("a:lumOff", {"val": 35_000})),
    "path": ("tx1", tag("a:lumMod", {"val": 50_000}) + tag("a:lumOff", {"val": 50_000})),
    "paper": ("bg1", ""),
    "surface": ("bg1", ""),
    "sand": ("bg1", tag("a:lumMod", {"val": 95_000})),
    "lagoon": ("tx2", ""),
    "coral": ("accent2", ""),
    "coral-text": ("accent2", tag("a:lumMod", {"val": 75_000})),
    "sun": ("accent3", ""),
    "leaf": ("accent4", tag("a:lumMod", {"val": 75_000})),
    "plum": ("accent5", tag("a:lumMod", {"val": 75_000})),
}
"""What our tokens become on somebody else's theme: greys are shades of its text, never an accent."""


def hex_digits(color: str) -> str:
    """``#1f2a37`` as ``1F2A37``, the way Office writes it."""
    return color.lstrip("#").upper()


@dataclass(frozen=True, slots=True)
class Colors:
    """Turns a page's colour names into markup; ``known`` holds the element for each hex value."""

    known: Mapping[str, str]
    palette: Mapping[str, str]

    @classmethod
    def of_theme(cls, tokens: Mapping[str, str]) -> "Colors":
        """Colours of a theme; the first slot that holds a value stands for it."""
        known: dict[str, str] = {}
        for slot, token in THEME_SLOTS.items():
            known.setdefault(hex_digits(tokens[token]), _theme_color(slot))
        for token, slot in SHADES.items():
            wanted, base = hex_digits(tokens[token]), hex_digits(tokens[THEME_SLOTS[slot]])
            known.setdefault(wanted, _theme_color(slot, shade_of(base, wanted)))
        return cls(known, tokens)

    @classmethod
    def of_house(cls, tokens: Mapping[str, str]) -> "Colors":
        """Our colours on somebody else's theme."""
        known: dict[str, str] = {}
        for token, (slot, changes) in HOUSE.items():
            known.setdefault(hex_digits(tokens[token]), _theme_color(slot, changes))
        return cls({**cls.of_theme(tokens).known, **known}, tokens)

    def on(self, palette: Mapping[str, str]) -> "Colors":
        """The same theme with the names of one page."""
        return Colors(self.known, palette)

    def markup(self, color: str) -> str:
        """A colour name or ``#RRGGBB`` as a colour element."""
        value = hex_digits(self.palette.get(color, color))
        return self.known.get(value) or tag("a:srgbClr", {"val": value})

    def fill(self, color: str, opacity: float = 1.0) -> str:
        """A fill element; no colour is no fill."""
        if not color:
            return tag("a:noFill")
        if opacity < 1:
            value = hex_digits(self.palette.get(color, color))
            alpha = tag("a:alpha", {"val": round(opacity * 100_000)})
            return tag("a:solidFill", {}, tag("a:srgbClr", {"val": value}, alpha))
        return tag("a:solidFill", {}, self.markup(color))


def _theme_color(slot: str, changes: str = "") -> str:
    return tag("a:schemeClr", {"val": _NAME_ON_SLIDES.get(slot, slot)}, changes)
