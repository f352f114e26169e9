"""Raster pictures as PDF images: JPEG files as they are, others packed, none finer than paper shows."""

import io
from pathlib import Path

from PIL import Image, ImageOps

from imhtrainer.domain.errors import RenderError
from imhtrainer.layout.page import PictureBox
from imhtrainer.layout.seeing import svg_raster
from imhtrainer.render.pdf.file import PdfFile
from imhtrainer.render.pdf.objects import Value, name, reference

PIXELS_PER_POINT = 300 / 72
"""The finest a picture is kept: 300 pixels an inch."""

_ORIENTATION = 0x0112
_JPEG_MODES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def add_picture(file: PdfFile, box: PictureBox) -> int:
    """Write the box's picture, and its mask where it is transparent; returns its object number.

    Raises ``RenderError`` if the picture cannot be read any more.
    """
    path = Path(box.path)
    shown = 1 - box.crop[0] - box.crop[2]
    most = max(1, round(box.w / max(shown, 0.01) * PIXELS_PER_POINT))
    try:
        image, jpeg = _loaded(path, most)
    except (OSError, SyntaxError, ValueError) as error:
        raise RenderError(f"{path}: the picture cannot be read ({error})") from error
    if not jpeg:
        return _add_packed(file, image)
    entries = _entries(image, _JPEG_MODES[image.mode])
    return file.add_stream(jpeg, {**entries, "Filter": name("DCTDecode")}, packed=0)


def _loaded(path: Path, most: int) -> tuple[Image.Image, bytes]:
    """The picture, and its file where that can stand in the PDF as it is."""
    is_svg = path.suffix.lower() in (".svg", ".svgz")
    data = svg_raster(path, most) if is_svg else path.read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        if _is_plain_jpeg(image, most):
            return image, data
        return _upright(image, most), b""


def _is_plain_jpeg(image: Image.Image, most: int) -> bool:
    return (
        image.format == "JPEG"
        and image.mode in _JPEG_MODES
        and image.width <= most * 1.5
        and image.getexif().get(_ORIENTATION, 1) == 1
    )


def _upright(image: Image.Image, most: int) -> Image.Image:
    upright = ImageOps.exif_transpose(image)
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    upright = upright.convert("RGBA" if see_through else "RGB")
    if upright.width > most * 1.5:
        height = max(1, round(upright.height * most / upright.width))
        upright = upright.resize((most, height), Image.Resampling.LANCZOS)
    return upright


def _add_packed(file: PdfFile, image: Image.Image) -> int:
    entries = _entries(image, "DeviceRGB")
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        mask = file.add_stream(alpha.tobytes(), _entries(alpha, "DeviceGray"))
        entries["SMask"] = reference(mask)
        image = image.convert("RGB")
    return file.add_stream(image.tobytes(), entries)


def _entries(image: Image.Image, color_space: str) -> dict[str, Value]:
    return {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": name(color_space),
    }
