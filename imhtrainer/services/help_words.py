"""What a co-facilitator did, in words for the record."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from imhtrainer.domain.cofacilitator import Help

_DID: Mapping[str, str] = {
    **dict.fromkeys(("Next", "Back", "GoTo"), "moved the slides"),
    "SetScreen": "changed what the projector shows",
    "EaseRoom": "made the room’s screen easier to read, or as designed",
    "ShowCaption": "moved the captions",
    "TakeQuestion": "took a question, or went on after it",
    **dict.fromkeys(("StartBreak", "ChangeBreak", "EndBreak"), "began, changed or ended a break"),
    **dict.fromkeys(
        ("StartTimer", "PauseTimer", "ChangeTimer", "StopTimer"), "set an activity’s time"
    ),
    **dict.fromkeys(("OpenRound", "CloseRound"), "opened or closed a vote"),
    **dict.fromkeys(("CountHands", "UndoCount"), "counted raised hands"),
    "Reveal": "showed an answer",
    "SignIn": "signed somebody in",
    "SignOut": "signed somebody out",
    "AddAttendees": "took in somebody who walked in",
    "AdmitSeat": "said yes to a name given on a phone",
    "DeclineSeat": "said no to a name given on a phone",
}


def help_record(given: Help) -> dict[str, Any]:
    """One console’s help: who, from when to when (ISO 8601), and how often what was done."""
    done: Counter[str] = Counter()
    for command, times in given.acts:
        done[_DID.get(command, command)] += times
    return {
        "name": given.name,
        "came_in": given.since.isoformat(),
        "last_press": given.last.isoformat() if given.last is not None else None,
        "did": dict(done),
    }
