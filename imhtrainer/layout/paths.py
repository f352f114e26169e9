"""Path arithmetic: SVG path data to straight and cubic pieces, shapes as paths, affine maps."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from imhtrainer.layout.page import Command

KAPPA = 0.5522847498307936
"""Handle length of a cubic quarter circle of radius 1: 4/3 * (sqrt(2) - 1)."""

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "T": 2, "C": 6, "S": 4, "Z": 0}
_DATA = re.compile(r"\s*[Mm][MLHVQTCSZmlhvqtcsz0-9eE.,+\s-]*")
_TOKEN = re.compile(r"[MLHVQTCSZmlhvqtcsz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class Affine:
    """The map x' = a x + c y + e, y' = b x + d y + f (SVG's ``matrix(a b c d e f)``)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, inner: "Affine") -> "Affine":
        """Apply this map after ``inner``: what a nested group's transform means."""
        return Affine(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def points(self, numbers: tuple[float, ...]) -> tuple[float, ...]:
        """Map a flat tuple of x, y, x, y, ..."""
        mapped: list[float] = []
        for i in range(0, len(numbers), 2):
            x, y = numbers[i], numbers[i + 1]
            mapped.append(self.a * x + self.c * y + self.e)
            mapped.append(self.b * x + self.d * y + self.f)
        return tuple(mapped)

    @property
    def scale(self) -> float:
        """By how much lengths grow."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def keeps_circles(self) -> bool:
        """Whether it only moves, turns, mirrors and scales evenly."""
        across = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        skew = self.a * self.c + self.b * self.d
        return math.isclose(*across, rel_tol=1e-4) and abs(skew) < 1e-4 * across[0] * across[1]


def mapped(commands: Iterable[Command], affine: Affine) -> tuple[Command, ...]:
    """The path with every point mapped."""
    return tuple((letter, affine.points(numbers)) for letter, numbers in commands)


def ellipse_path(cx: float, cy: float, rx: float, ry: float) -> tuple[Command, ...]:
    """An ellipse as four cubics."""
    return rounded_rect_path(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry)


def rect_path(x: float, y: float, w: float, h: float) -> tuple[Command, ...]:
    """A rectangle with sharp corners."""
    corners = ((x + w, y), (x + w, y + h), (x, y + h))
    return (("M", (x, y)), *(("L", corner) for corner in corners), ("Z", ()))


def rounded_rect_path(
    x: float, y: float, w: float, h: float, rx: float, ry: float
) -> tuple[Command, ...]:
    """A rectangle whose corners are elliptic quarters, at most half the sides."""
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if rx <= 0 or ry <= 0:
        return rect_path(x, y, w, h)
    right, bottom = x + w, y + h
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    path: list[Command] = [
        ("M", (x + rx, y)),
        ("L", (right - rx, y)),
        ("C", (right - kx, y, right, y + ky, right, y + ry)),
        ("L", (right, bottom - ry)),
        ("C", (right, bottom - ky, right - kx, bottom, right - rx, bottom)),
        ("L", (x + rx, bottom)),
        ("C", (x + kx, bottom, x, bottom - ky, x, bottom - ry)),
        ("L", (x, y + ry)),
        ("C", (x, y + ky, x + kx, y, x + rx, y)),
        ("Z", ()),
    ]
    return tuple(_without_empty_lines(path))


def path_data(data: str) -> tuple[Command, ...] | None:
    """SVG path data as M, L, C and Z; None for arcs and for anything that is no path data."""
    segments = _segments(data)
    if segments is None:
        return None
    pen = _Pen()
    for letter, numbers in segments:
        pen.draw(letter, numbers)
    return tuple(pen.commands)


class _Pen:
    """Follows path data; keeps the current point, the subpath's start and the last handle."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self._at = (0.0, 0.0)
        self._start = (0.0, 0.0)
        self._handle: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, letter: str, numbers: tuple[float, ...]) -> None:
        """Add one segment of an absolute or relative command."""
        kind = letter.upper()
        points = self._absolute(kind, numbers, letter != kind)
        handle = ("", 0.0, 0.0)
        if kind == "Z":
            self.commands.append(("Z", ()))
            self._at = self._start
        elif kind in "MLHV":
            self.commands.append(("M" if kind == "M" else "L", points))
            self._at = (points[0], points[1])
            self._start = self._at if kind == "M" else self._start
        elif kind in "CS":
            handle = self._cubic(points if kind == "C" else (*self._reflected("C"), *points))
        else:
            handle = self._quadratic(points if kind == "Q" else (*self._reflected("Q"), *points))
        self._handle = handle

    def _absolute(self, kind: str, numbers: tuple[float, ...], relative: bool) -> tuple[float, ...]:
        x, y = self._at if relative else (0.0, 0.0)
        if kind == "H":
            return (numbers[0] + x, self._at[1])
        if kind == "V":
            return (self._at[0], numbers[0] + y)
        return tuple(n + (y if i % 2 else x) for i, n in enumerate(numbers))

    def _reflected(self, kind: str) -> tuple[float, float]:
        if self._handle[0] != kind:
            return self._at
        return (2 * self._at[0] - self._handle[1], 2 * self._at[1] - self._handle[2])

    def _cubic(self, p: tuple[float, ...]) -> tuple[str, float, float]:
        self.commands.append(("C", p))
        self._at = (p[4], p[5])
        return ("C", p[2], p[3])

    def _quadratic(self, p: tuple[float, ...]) -> tuple[str, float, float]:
        (x0, y0), (hx, hy, x, y) = self._at, p
        first = (x0 + (hx - x0) * 2 / 3, y0 + (hy - y0) * 2 / 3)
        second = (x + (hx - x) * 2 / 3, y + (hy - y) * 2 / 3)
        self.commands.append(("C", (*first, *second, x, y)))
        self._at = (x, y)
        return ("Q", hx, hy)


def _segments(data: str) -> list[tuple[str, tuple[float, ...]]] | None:
    """Each command with one set of numbers; repeated sets repeat the command."""
    if not _DATA.fullmatch(data):
        return None
    found: list[tuple[str, list[float]]] = []
    for token in _TOKEN.findall(data):
        if token.isalpha():
            found.append((token, []))
        else:
            found[-1][1].append(float(token))
    segments: list[tuple[str, tuple[float, ...]]] = []
    for letter, numbers in found:
        count = _COUNTS[letter.upper()]
        if len(numbers) % count if count else numbers:
            return None
        if count and not numbers:
            return None
        segments.extend(_repeated(letter, numbers, count))
    return segments


def _repeated(
    letter: str, numbers: list[float], count: int
) -> Iterator[tuple[str, tuple[float, ...]]]:
    if not count:
        yield letter, ()
    for i in range(0, len(numbers), count or 1):
        # Further points of a moveto are lines.
        again = {"M": "L", "m": "l"}.get(letter, letter) if i else letter
        yield again, tuple(numbers[i : i + count])


def _without_empty_lines(path: Iterable[Command]) -> Iterator[Command]:
    at: tuple[float, ...] = ()
    for letter, numbers in path:
        if not (letter == "L" and numbers == at):
            yield letter, numbers
        at = numbers[-2:]
