"""A picture of a signature made fit for paper: sharp enough, on no ground of its own, never a black box."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageOps

from imhtrainer.domain.errors import StoreError

PLACE = (150.0, 48.0)
"""Points a signature has on a certificate."""

LEAST_DPI = 150.0
WIDEST = 1_250
"""Pixels: 600 an inch over the whole place."""

_DARK = 110
_UNEVEN = 45.0
_FAINT = 40.0
_EMPTY = 0.001
_OPAQUE = 250

Levels = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def mend_signature(content: bytes, name: str) -> bytes:
    """The picture as a PNG of ink alone, at most ``WIDEST`` pixels wide.

    White paper becomes transparent. Raises ``StoreError`` with what to do for a picture that is too small, that
    stands on a dark or uneven ground, or that shows nothing.
    """
    with Image.open(BytesIO(content)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    _check_size(picture, name)
    if picture.width > WIDEST:
        high = max(1, round(picture.height * WIDEST / picture.width))
        picture = picture.resize((WIDEST, high), Image.Resampling.LANCZOS)
    alpha = np.asarray(picture.getchannel("A"))
    mended = picture if alpha.min() < _OPAQUE else _without_paper(picture, name)
    _check_ink(mended, name)
    out = BytesIO()
    mended.save(out, "PNG", optimize=True)
    return out.getvalue()


def printed_dpi(width: int, height: int) -> float:
    """Pixels an inch when the picture is fitted into the place of a signature."""
    wide = min(PLACE[0], PLACE[1] * width / height)
    return width / wide * 72


def _check_size(picture: Image.Image, name: str) -> None:
    dpi = printed_dpi(*picture.size)
    if dpi < LEAST_DPI:
        factor = LEAST_DPI / dpi
        wide, high = (round(side * factor + 0.5) for side in picture.size)
        raise StoreError(
            f"{name} has {picture.width} x {picture.height} pixels and would print blurred. "
            f"Choose a picture of at least {wide} x {high} pixels."
        )


def _without_paper(picture: Image.Image, name: str) -> Image.Image:
    """The ink of an opaque picture: what is as light as the paper at its edges is seen through."""
    light = np.asarray(picture.convert("L")).astype(np.float64)
    edge = np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])
    ground = float(np.median(edge))
    if ground < _DARK:
        raise StoreError(
            f"{name} stands on a dark ground, which would print as a black box. "
            "Sign on white paper and take the picture again."
        )
    if float(np.percentile(edge, 90) - np.percentile(edge, 10)) > _UNEVEN:
        raise StoreError(
            f"{name} has a shadow or a border, which would print as a grey box. "
            "Take the picture in even light, or cut it closer."
        )
    darkest = float(np.percentile(light, 0.5))
    return _inked(picture, light, ground - 0.12 * (ground - darkest), darkest)


def _inked(picture: Image.Image, light: Levels, paper: float, ink: float) -> Image.Image:
    """The picture's colors, with as much of each pixel as it is darker than the paper."""
    share = np.clip((paper - light) / max(paper - ink, 1.0), 0.0, 1.0)
    pixels = np.asarray(picture).copy()
    pixels[..., 3] = np.rint(share * 255).astype(np.uint8)
    return Image.fromarray(pixels)


def _check_ink(picture: Image.Image, name: str) -> None:
    pixels = np.asarray(picture).astype(np.float64)
    seen = pixels[..., 3] > 127
    if float(seen.mean()) < _EMPTY:
        raise StoreError(f"{name} shows no ink. Choose the picture of a signature.")
    if float(pixels[..., :3][seen].mean()) > 255 - _FAINT:
        raise StoreError(
            f"{name} is written in white or nearly so and would not be seen on paper. "
            "Choose one in dark ink."
        )
