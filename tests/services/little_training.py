"""The little deck, and a clock that a test can follow."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
LITTLE = Path(__file__).parents[1] / "decks" / "data" / "little"


class Clock:
    """Moves on by a second at every look."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        """The next second."""
        self.moment += timedelta(seconds=1)
        return self.moment
