"""Raster pictures as PDF images: JPEG files as they are, others packed, none finer than paper shows."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import PictureBox
from imhtrainer.layout.seeing import svg_raster
from imhtrainer.render.pdf.objects import Name, packed_stream, raw_stream

PIXELS_PER_POINT = 300 / 72
"""The finest a picture is kept: 300 pixels an inch."""

_ORIENTATION = 0x0112
_JPEG_MODES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """An image stream and, for transparent pictures, its mask."""

    image: Any
    mask: Any = None


def embed_picture(box: PictureBox) -> EmbeddedPicture:
    """The box's file as an image. Raises ``RenderError`` if it cannot be read any more."""
    path = Path(box.path)
    shown = 1 - box.crop[0] - box.crop[2]
    most = max(1, round(box.w / max(shown, 0.01) * PIXELS_PER_POINT))
    try:
        is_svg = path.suffix.lower() in (".svg", ".svgz")
        data = svg_raster(path, most) if is_svg else path.read_bytes()
        with Image.open(io.BytesIO(data)) as image:
            if _is_plain_jpeg(image, most):
                return EmbeddedPicture(_jpeg(image, data))
            return _packed(_upright(image, most))
    except (OSError, SyntaxError, ValueError) as error:
        raise RenderError(f"{path}: the picture cannot be read ({error})") from error


def _is_plain_jpeg(image: Image.Image, most: int) -> bool:
    return (
        image.format == "JPEG"
        and image.mode in _JPEG_MODES
        and image.width <= most * 1.5
        and image.getexif().get(_ORIENTATION, 1) == 1
    )


def _jpeg(image: Image.Image, data: bytes) -> Any:
    entries = _entries(image, _JPEG_MODES[image.mode])
    return raw_stream(data, {**entries, "Filter": Name("DCTDecode")})


def _upright(image: Image.Image, most: int) -> Image.Image:
    upright = ImageOps.exif_transpose(image)
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    upright = upright.convert("RGBA" if see_through else "RGB")
    if upright.width > most * 1.5:
        height = max(1, round(upright.height * most / upright.width))
        upright = upright.resize((most, height), Image.Resampling.LANCZOS)
    return upright


def _packed(image: Image.Image) -> EmbeddedPicture:
    mask = None
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        mask = packed_stream(alpha.tobytes(), _entries(alpha, "DeviceGray"))
        image = image.convert("RGB")
    return EmbeddedPicture(packed_stream(image.tobytes(), _entries(image, "DeviceRGB")), mask)


def _entries(image: Image.Image, color_space: str) -> dict[str, Any]:
    return {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": Name(color_space),
    }
