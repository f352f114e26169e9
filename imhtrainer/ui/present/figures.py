"""Times in figures, as a clock shows them; no Qt."""

MINUTE = 60
HOUR = 3600


def clock_figures(seconds: float) -> str:
    """Whole seconds as ``5:30``, from an hour on ``1:05:30``; below zero counts as zero."""
    whole = max(int(seconds), 0)
    hours, rest = divmod(whole, HOUR)
    minutes, left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def session_figures(seconds: float) -> str:
    """Time on the session's clock: minutes run on past sixty (``75:10``), as plans count them."""
    minutes, left = divmod(max(int(seconds), 0), MINUTE)
    return f"{minutes}:{left:02}"


_QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def minutes_figures(minutes: float) -> str:
    """Planned minutes without an idle fraction, quarters as people write them: ``8``, ``1½``, ``1.2``."""
    whole = int(minutes)
    quarter = _QUARTERS.get(minutes - whole)
    return f"{minutes:g}" if quarter is None else f"{whole or ''}{quarter}"


def percent(share: float) -> int:
    """A share 0 to 1 in whole per cent, a half rounded up."""
    return int(share * 100 + 0.5)
