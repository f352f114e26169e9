"""A seat: a person's place in the ledger, held by whichever phone has its token."""

import re
from dataclasses import dataclass
from datetime import datetime

SEAT_WORDS = (
    *("amber", "apple", "april", "bamboo", "banana", "basil", "beach", "berry", "bird", "boat"),
    *("bread", "bridge", "butter", "cactus", "candle", "canoe", "canyon", "carrot", "castle"),
    *("cedar", "cello", "cherry", "cinema", "circle", "cloud", "clover", "coconut", "comet"),
    *("copper", "coral", "cotton", "daisy", "delta", "desert", "dolphin", "drum", "eagle"),
    *("earth", "echo", "fern", "field", "flute", "forest", "fox", "garden", "ginger", "globe"),
    *("grape", "guitar", "harbor", "hazel", "honey", "island", "ivory", "jasmine", "jazz"),
    *("kayak", "kiwi", "ladder", "lagoon", "lake", "lemon", "lily", "lime", "lotus", "luna"),
    *("mango", "maple", "marble", "meadow", "melon", "mint", "moon", "music", "ocean", "olive"),
    *("opal", "orange", "orchid", "panda", "papaya", "paper", "pearl", "piano", "pine", "planet"),
    *("plum", "pony", "rabbit", "radio", "rain", "river", "robin", "salsa", "silver", "sofa"),
    *("solar", "spring", "star", "summer", "sun", "tango", "tiger", "tomato", "tulip", "turtle"),
    *("valley", "vanilla", "velvet", "violet", "violin", "walnut", "willow", "winter", "zebra"),
)
"""Words that are said and spelt one way, in English and mostly in Spanish, too."""

SEAT_DIGITS = "2345679"
"""Digits that are not taken for a letter or for each other."""

_CODE = re.compile(rf"[a-z]{{3,7}} [{SEAT_DIGITS}]{{3}}")
_SECRET = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Seat:
    """Who answers by phone; ``code`` is short enough to be told across a room: ``maple 472``.

    ``secret`` is the SHA-256 of the phone's token, empty once the seat was left. ``attendee`` is who it is on
    the roster, empty while that is not known; with ``waiting`` the facilitator is asked, about ``asks`` where
    somebody on the roster is meant, since ``asked``. ``named`` is when the seat was linked, and ``refused``
    tells that the facilitator has said no to a name of it. ``spelled`` is the name that the person said is
    right for the certificate; ``handed_in`` is whether an evaluation came from the seat.
    """

    code: str
    secret: str
    since: datetime
    name: str = ""
    attendee: str = ""
    asks: str = ""
    waiting: bool = False
    named: datetime | None = None
    asked: datetime | None = None
    refused: bool = False
    spelled: str = ""
    handed_in: bool = False

    @property
    def gone(self) -> bool:
        """Whether the person has left."""
        return not self.secret


def is_code(text: str) -> bool:
    """Whether a text can be a seat's code."""
    return _CODE.fullmatch(text) is not None


def is_secret(text: str) -> bool:
    """Whether a text can be the hash of a token."""
    return _SECRET.fullmatch(text) is not None


def tidy_code(typed: str) -> str:
    """A code as people type it, with whatever between word and digits, as it is kept."""
    letters = "".join(c for c in typed.casefold() if c.isascii() and c.isalpha())
    digits = "".join(c for c in typed if c in "0123456789")
    return f"{letters} {digits}"
