"""What goes wrong between a phone and the room, with the status it is answered with."""


class Refused(Exception):
    """A request is not done; ``reason`` is for the page, the message for the person."""

    def __init__(self, status: int, reason: str, error: str, wait: float = 0.0) -> None:
        super().__init__(error)
        self.status = status
        self.reason = reason
        self.wait = wait


def too_often(wait: float) -> Refused:
    """Somebody asked too often."""
    return Refused(429, "slow", "That was very often. It goes on in a moment.", max(wait, 1.0))


def malformed() -> Refused:
    """A body or a message that is not this protocol."""
    return Refused(400, "malformed", "This page does not fit the program. Load it again.")


def no_seat() -> Refused:
    """A token that is good for no seat."""
    return Refused(401, "seat", "This phone has no seat here. Join with the code on the screen.")


def wrong_code() -> Refused:
    """A join code that is not this room's."""
    return Refused(403, "code", "This code is not the one on the screen. Look up once more.")


def not_here() -> Refused:
    """A path that leads nowhere, or an address that is not this room's."""
    return Refused(404, "unknown", "There is nothing here.")
