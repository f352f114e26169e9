"""A colour as a shade of a theme colour, so that it follows when the deck is recoloured.

DrawingML applies changes of hue, saturation and luminance in the order they stand (ECMA-376, 20.1.2.3).
"""

from colorsys import rgb_to_hls

from imhtrainer.render.pptx.markup import tag

_PER_DEGREE = 60_000
_WHOLE = 100_000


def shade_of(base: str, wanted: str) -> str:
    """The changes that turn the colour ``base`` into ``wanted``, both six hex digits.

    Black, white and grey as ``base`` have no hue to turn and no luminance to multiply.
    """
    hue, light, saturation = _hue_light_saturation(base)
    hue_wanted, light_wanted, saturation_wanted = _hue_light_saturation(wanted)
    changes = []
    if saturation_wanted > 0 and 0 < light_wanted < 1:
        changes.append(("a:hueOff", round((hue_wanted - hue) * 360 * _PER_DEGREE)))
        changes.append(("a:satMod", round(saturation_wanted / saturation * _WHOLE)))
    changes.append(("a:lumMod", round(light_wanted / light * _WHOLE)))
    return "".join(tag(name, {"val": value}) for name, value in changes)


def _hue_light_saturation(digits: str) -> tuple[float, float, float]:
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return rgb_to_hls(red, green, blue)
