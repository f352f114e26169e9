"""The dark modules of a QR symbol, merged into runs along their rows."""

import re
from collections.abc import Sequence

_DARK = re.compile(rb"\x00+")


def dark_runs(
    rows: Sequence[bytes], x: float, y: float, size: float
) -> list[tuple[float, float, float, float]]:
    """Runs of dark modules (zero bytes) in their rows as rectangles of ``size`` high, from x, y."""
    # One search over all rows, a light byte between them, is quicker than one for each,
    # and looking numbers up is quicker than reckoning them for each of hundreds of runs.
    stride = len(rows[0]) + 1
    lengths = [number * size for number in range(stride)]
    lefts = [x + length for length in lengths]
    tops = [y + number * size for number in range(len(rows))]
    return [
        (lefts[start % stride], tops[start // stride], lengths[end - start], size)
        for start, end in map(re.Match.span, _DARK.finditer(b"\xff".join(rows)))
    ]
