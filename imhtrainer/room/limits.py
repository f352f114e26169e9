"""How often somebody may ask: buckets that fill again with time."""

from collections.abc import Callable
from dataclasses import dataclass

Monotonic = Callable[[], float]

SLOWED_SECONDS = 0.5
"""How long who asks too often, guesses codes or sends garbage waits for the answer: a flood waits for itself.

While it waits it costs nothing, so that the slides have the interpreter; an honest phone asks again later anyway.
"""


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` asks at once, then one every ``seconds``."""

    burst: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a room takes; ``trusted`` addresses are this machine's own and are not counted.

    Phones in one room may share an address behind a router, so addresses have room for many phones; a seat is
    one person and has not.
    """

    address: Rate = Rate(240, 1 / 60)
    seat: Rate = Rate(20, 0.2)
    seats: Rate = Rate(80, 0.5)
    search: Rate = Rate(40, 10.0)
    wrong_codes: Rate = Rate(12, 20.0)
    all_wrong_codes: Rate = Rate(120, 2.0)
    co_presses: Rate = Rate(30, 0.1)
    co_pictures: Rate = Rate(40, 0.1)
    wrong_co_codes: Rate = Rate(6, 30.0)
    all_wrong_co_codes: Rate = Rate(40, 10.0)
    connections: int = 200
    sockets: int = 1200
    sockets_a_seat: int = 3
    trusted: frozenset[str] = frozenset({"127.0.0.1", "::1"})


class Buckets:
    """One bucket a key; keys that are full again are forgotten."""

    def __init__(self, rate: Rate, clock: Monotonic, most: int = 4096) -> None:
        self._rate = rate
        self._clock = clock
        self._most = most
        self._full_at: dict[str, float] = {}

    def wait(self, key: str) -> float:
        """Seconds until this key may ask; 0 where it may now."""
        reach = self._clock() + self._rate.burst * self._rate.seconds
        return max(self._full_at.get(key, 0.0) + self._rate.seconds - reach, 0.0)

    def take(self, key: str) -> float:
        """Ask once: 0 where that is allowed, else the seconds to wait."""
        waits = self.wait(key)
        if waits > 0:
            return waits
        now = self._clock()
        self._full_at[key] = max(self._full_at.get(key, 0.0), now) + self._rate.seconds
        if len(self._full_at) > self._most:
            self._forget(now)
        return 0.0

    def _forget(self, now: float) -> None:
        self._full_at = {key: at for key, at in self._full_at.items() if at > now}
        while len(self._full_at) > self._most:
            self._full_at.pop(next(iter(self._full_at)))
