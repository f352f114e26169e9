"""What a practice run refuses: nothing in it may be taken for the record of a real person."""

from imhtrainer.domain.errors import CommandRefused
from imhtrainer.domain.session.commands import (
    AddAttendees,
    AdmitSeat,
    ChangeAttendee,
    Command,
    CorrectCertificate,
    IssueCertificate,
    ReportCredit,
)
from imhtrainer.domain.session.state import SessionState

_PEOPLE = (AddAttendees, ChangeAttendee, AdmitSeat)
_RECORDS = (IssueCertificate, CorrectCertificate, ReportCredit)


def refuse_in_practice(state: SessionState, command: Command) -> None:
    """Raise ``CommandRefused`` for what would write real people into a practice run.

    Its made-up people are put on the roster before it begins; they may sign in and out as people do.
    """
    if not state.practice or state.stage == "prepared":
        return
    if isinstance(command, _PEOPLE):
        raise CommandRefused(
            "This is practice: its people are made up, and nobody else is written down. "
            "Sign people in when the session itself runs."
        )
    if isinstance(command, _RECORDS):
        raise CommandRefused("This is practice: nothing in it counts for anybody.")
