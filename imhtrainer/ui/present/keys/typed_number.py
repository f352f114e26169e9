"""A slide number as it is typed, digit by digit; no Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta

PATIENCE = timedelta(seconds=4)
"""After so long without a digit the number is forgotten."""
LONGEST = 4


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """Digits typed so far, and when the last came."""

    digits: str = ""
    at: datetime | None = None

    def typed(self, digit: str, now: datetime) -> "TypedNumber":
        """The number after another digit."""
        kept = self.digits if self.fresh(now) else ""
        return TypedNumber((kept + digit)[-LONGEST:], now)

    def erased(self, now: datetime) -> "TypedNumber":
        """The number without its last digit."""
        return TypedNumber(self.digits[:-1], now)

    def fresh(self, now: datetime) -> bool:
        """Whether the number still waits for Enter."""
        return bool(self.digits) and self.at is not None and now - self.at <= PATIENCE
