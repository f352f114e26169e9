"""Every colour of a page follows the theme of the deck."""

import re
from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls

import pytest

from imhtrainer.layout.kit import Kit
from imhtrainer.render.pptx.colors import SHADES, THEME_SLOTS, Colors, hex_digits


@pytest.mark.parametrize("token", SHADES)
def test_a_shade_of_a_theme_colour_is_the_very_token(kit: Kit, token: str) -> None:
    tokens = kit.theme.colors
    markup = Colors.of_theme(tokens).markup(token)
    changes = re.findall(r'<a:(hueOff|satMod|lumMod) val="(-?\d+)"/>', markup)
    assert "schemeClr" in markup
    base = hex_digits(tokens[THEME_SLOTS[SHADES[token]]])
    assert _changed(base, changes) == hex_digits(tokens[token])


def test_a_theme_colour_is_its_slot_and_a_foreign_one_stays_itself(kit: Kit) -> None:
    colors = Colors.of_theme(kit.theme.colors).on({"mine": "#f2b84b"})
    assert colors.markup("mine") == '<a:schemeClr val="accent3"/>'
    assert colors.markup("#123abc") == '<a:srgbClr val="123ABC"/>'
    assert colors.fill("") == "<a:noFill/>"


def _changed(base: str, changes: Sequence[tuple[str, str]]) -> str:
    hue, light, saturation = rgb_to_hls(*(int(base[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    for name, value in changes:
        share = int(value) / 100_000
        match name:
            case "hueOff":
                hue += int(value) / 60_000 / 360
            case "satMod":
                saturation = min(saturation * share, 1)
            case _:
                light = min(light * share, 1)
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue % 1, light, saturation))
