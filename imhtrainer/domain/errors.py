"""The one error tree. Every message says what is wrong, where, and what to do.

TrainerError
├── DeckError             a deck cannot be used (carries its problems, one a line)
├── LayoutError           text or picture does not fit its box
├── CommandRefused        a command makes no sense in the session's present state
│   ├── CheckpointWaiting a checkpoint is unanswered; moving on needs a second word
│   ├── AnswerRefused     an answer is none that the question has
│   │   └── AnswerTooLate an answer comes when its question takes none any more
│   ├── SeatRefused       a seat or a name cannot be had
│   └── RoomMovedOn       somebody pressed for a moment that is over
├── RosterError           a roster file cannot be read
├── CertificateError      a certificate cannot be issued or printed as asked
├── SigningError          a key, a seal or a signature cannot be made, read or used
├── RenderError           a page cannot be written to its medium
├── RoomError             phones cannot be served
├── StoreError            the data folder, the journal or an output cannot be read or written
│   ├── JournalDamaged    the journal was corrupt or newer than the program; it was kept aside
│   └── AlreadyRunning    another copy of the program uses the same data folder
└── Cancelled             the person asked to stop a slow job
"""


class TrainerError(Exception):
    """Anything the program can say in one sentence to the person in front of it."""


class DeckError(TrainerError):
    """A deck cannot be used; ``problems`` holds one ``path:line: message`` each."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class LayoutError(TrainerError):
    """Text or a picture does not fit its box; ``line`` is the deck's line, 0 if it has none."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class CommandRefused(TrainerError):
    """A command makes no sense in the session's present state."""


class CheckpointWaiting(CommandRefused):
    """A checkpoint is still open or unanswered; the message is the question to ask."""


class AnswerRefused(CommandRefused):
    """An answer is none that the question has; said to the person on the phone."""


class AnswerTooLate(AnswerRefused):
    """An answer comes when its question takes none any more, or not yet."""


class SeatRefused(CommandRefused):
    """A seat or a name cannot be had; said to the person on the phone."""


class RoomMovedOn(CommandRefused):
    """Somebody pressed for a moment that is over: the room is elsewhere by now, and nothing was done."""


class RosterError(TrainerError):
    """A roster file cannot be read."""


class CertificateError(TrainerError):
    """A certificate cannot be issued or printed as asked."""


class SigningError(TrainerError):
    """A key, a seal or a signature cannot be made, read or used."""


class RenderError(TrainerError):
    """A page cannot be written to its medium."""


class RoomError(TrainerError):
    """Phones cannot be served as asked."""


class StoreError(TrainerError):
    """The data folder, the journal or an output place cannot be read or written."""


class JournalDamaged(StoreError):
    """The journal was corrupt or newer than the program and was kept aside."""


class AlreadyRunning(StoreError):
    """Another copy of the program uses the same data folder."""


class Cancelled(TrainerError):
    """The person asked to stop a slow job."""
