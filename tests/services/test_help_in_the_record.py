"""What a co-facilitator did stands in the audit report and in session.json, in plain words."""

from datetime import timedelta
from typing import get_args

from imhtrainer.domain.events import Ease
from imhtrainer.domain.session.commands import (
    ByCoFacilitator,
    Command,
    DismissCoFacilitators,
    EaseRoom,
    InviteCoFacilitator,
    JoinAsCoFacilitator,
    Next,
    SignOut,
    TakeQuestion,
)
from imhtrainer.domain.session.commands.helping import CoCommand
from imhtrainer.domain.session.helping import seen_now
from imhtrainer.services.audit import Audit, Entry
from imhtrainer.services.audit_words import audit_facts
from imhtrainer.services.help_words import help_record
from imhtrainer.services.records import session_record
from imhtrainer.store.chain import ChainReport
from tests.domain.classroom import ANA, START, Classroom

CODE, SECRET = "K7QM2R9TPX", "a" * 64


class Helped:
    """A training that has begun, with a co-facilitator in; every press five seconds after the one before."""

    def __init__(self, name: str = "Noor") -> None:
        self.room = Classroom().begin(ANA)
        self.now = START + timedelta(minutes=1)
        self.first = len(self.room.events) + 1
        self.do(InviteCoFacilitator(self.now, CODE))
        self.do(JoinAsCoFacilitator(self.now, CODE, SECRET, name))

    def do(self, command: Command) -> None:
        self.room.do(command)
        self.now += timedelta(seconds=5)

    def press(self, command: CoCommand) -> None:
        key = f"press-{len(self.room.events):04}"
        self.do(ByCoFacilitator(self.now, SECRET, key, seen_now(self.room.state), command))

    def lines(self) -> list[str]:
        """What the report says from the invitation on."""
        entries = tuple(
            Entry(number, event.at, type(event).__name__, event, f"{number:04x}")
            for number, event in enumerate(self.room.events, start=1)
        )
        audit = Audit("s", entries, ChainReport(len(entries), b"", (), (), ()), (), ())
        told = audit_facts(audit, self.room.state, self.now).lines
        return [line.what for line in told if int(line.numbers.partition("–")[0]) >= self.first]


def test_the_report_says_what_the_co_facilitator_moved_and_what_the_facilitator_did() -> None:
    helped = Helped()
    helped.press(Next(helped.now))
    helped.press(Next(helped.now))
    helped.do(Next(helped.now))
    helped.press(SignOut(helped.now, ANA.id))
    assert helped.lines() == [
        "A co-facilitator was invited",
        "A co-facilitator came in: Noor",
        "Slides shown, by the co-facilitator Noor",
        "Slides shown",
        "Signed out: Ana Ruiz, by the co-facilitator Noor",
    ]


def test_who_gave_no_name_is_the_co_facilitator() -> None:
    helped = Helped("")
    helped.press(TakeQuestion(helped.now))
    helped.do(DismissCoFacilitators(helped.now))
    assert helped.lines()[1:] == [
        "A co-facilitator came in: no name given",
        "Clock and timers set, by the co-facilitator",
        "The co-facilitator’s code was withdrawn",
    ]


def test_a_press_that_changed_nothing_is_said_to_have_changed_nothing() -> None:
    helped = Helped()
    helped.press(EaseRoom(helped.now, Ease()))
    assert helped.lines()[-1] == "A press that changed nothing, by the co-facilitator Noor"


def test_the_sessions_record_counts_what_each_console_did_also_of_one_sent_away() -> None:
    helped = Helped()
    for _ in range(2):
        helped.press(Next(helped.now))
    helped.press(EaseRoom(helped.now, Ease(contrast=True)))
    helped.do(DismissCoFacilitators(helped.now))
    (told,) = session_record("s", helped.room.state, helped.now)["co_facilitators"]
    assert told["name"] == "Noor"
    assert told["did"] == {
        "moved the slides": 2,
        "made the room’s screen easier to read, or as designed": 1,
    }
    assert told["came_in"] < told["last_press"]


def test_every_command_of_a_console_has_words() -> None:
    commands = [kind.__name__ for kind in get_args(CoCommand)]
    assert len(commands) > 20
    helped = Helped().room.state.help[0]
    for name in commands:
        (did,) = help_record(helped.plus(name, START))["did"]
        assert " " in did, name
