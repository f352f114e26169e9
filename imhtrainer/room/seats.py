"""Tokens and seat codes: made here, for the domain knows no chance."""

import hashlib
import secrets

from imhtrainer.domain.cofacilitator import CODE_LENGTH, CODE_LETTERS
from imhtrainer.domain.seats import SEAT_DIGITS, SEAT_WORDS, Seat
from imhtrainer.domain.session import SessionState

TOKEN_BYTES = 24
"""192 bits: nobody guesses one."""

JOIN_DIGITS = 4


def make_token() -> str:
    """A token for one phone."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """What the journal keeps of a token; a token is long, so a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_join_code() -> str:
    """The room's code on the projector."""
    return "".join(secrets.choice("0123456789") for _ in range(JOIN_DIGITS))


def make_co_code() -> str:
    """A co-facilitator's code, which only the facilitator's laptop shows."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def make_seat_code(state: SessionState) -> str:
    """A seat's code that nobody has or had: ``maple 472``."""
    while True:
        digits = "".join(secrets.choice(SEAT_DIGITS) for _ in range(3))
        code = f"{secrets.choice(SEAT_WORDS)} {digits}"
        if state.seat(code) is None:
            return code


class SeatIndex:
    """Finds seats by their tokens' hashes; made anew when a seat has changed."""

    def __init__(self) -> None:
        self._seats: tuple[Seat, ...] = ()
        self._by_secret: dict[str, Seat] = {}

    def find(self, state: SessionState, token: str) -> Seat | None:
        """The seat a token is good for."""
        if state.seats is not self._seats:
            self._seats = state.seats
            self._by_secret = {seat.secret: seat for seat in state.seats if not seat.gone}
        return self._by_secret.get(hash_token(token))
