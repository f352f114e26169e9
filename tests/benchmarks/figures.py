"""How figures are taken and printed: several runs, the median, and the ratio to a peer of the same run."""

import statistics
import time
from collections.abc import Callable


def seconds_of(work: Callable[[], object], runs: int = 5) -> list[float]:
    """Process seconds of each run, after one run that is not counted."""
    work()
    return [_once(work) for _ in range(runs)]


def tell(what: str, figure: float, unit: str, aim: str = "") -> None:
    """Print one figure with its aim."""
    print(f"{what:<52} {figure:>10.2f} {unit:<10} {aim}")


def tell_ratio(what: str, ours: list[float], peers: list[float], peer: str) -> None:
    """Print the ratio of two medians."""
    ratio = statistics.median(ours) / statistics.median(peers)
    print(f"{what:<52} {ratio:>10.2f} {'x ' + peer}")


def _once(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
