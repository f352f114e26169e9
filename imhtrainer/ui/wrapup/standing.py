"""How each attendee stands at the end, in the order in which the facilitator needs to see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from imhtrainer.domain.credit import Completion, completion, needed_minutes
from imhtrainer.domain.roster import Attendee, Interval, person_order
from imhtrainer.domain.session import SessionState
from imhtrainer.services.certificate_facts import may_be_issued


class Verdict(Enum):
    """What a row ends in; the order is the order of rows."""

    TO_SETTLE = 0
    NOT_COMPLETED = 1
    BY_YOU = 2
    COMPLETED = 3


class Filter(Enum):
    """Which rows are shown."""

    EVERYONE = "everyone"
    COMPLETED = "completed"
    NOT_COMPLETED = "not completed"
    TO_SETTLE = "to settle"


@dataclass(frozen=True, slots=True)
class Standing:
    """One attendee who came: the person, the times, and where the rule or the facilitator put them.

    ``serial`` is the number of the certificate the person holds, empty for none and for one whose data is removed;
    ``revoked`` tells that the last one was revoked, and that only a new decision brings another.
    """

    person: Attendee
    stays: tuple[Interval, ...]
    completion: Completion
    verdict: Verdict
    serial: str = ""
    revoked: bool = False

    @property
    def completed(self) -> bool:
        """Whether the person completed and nothing is left to ask about it."""
        return self.completion.completed and self.verdict is not Verdict.TO_SETTLE

    @property
    def certified(self) -> bool:
        """Whether the person completed and holds a certificate: who takes that back begins with the paper."""
        return self.completed and bool(self.serial)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is missing, by how much: ``62 of 75 min, 68 needed``, ``checkpoints 1 and 2 missed``."""
        stands = self.completion
        reasons = []
        if stands.minutes < stands.needed:
            reasons.append(f"{stands.minutes} of {stands.instruction} min")
            if not stands.missed:
                reasons.append(f"{stands.needed} needed")
        if stands.missed:
            reasons.append(missed_words(stands.missed))
        reasons.extend(f"{refusal.rule}: {refusal.missing}" for refusal in stands.asked)
        return tuple(reasons)


def standings(state: SessionState, now: datetime) -> tuple[Standing, ...]:
    """Everybody who came: what needs an answer first, then not completed, by you, the rest by name."""
    came = [s for person in state.roster if (s := _standing(state, person, now)) is not None]
    return tuple(sorted(came, key=lambda s: (s.verdict.value, person_order(s.person))))


def chosen(rows: Iterable[Standing], wanted: Filter) -> tuple[Standing, ...]:
    """The rows a tab shows."""
    return tuple(row for row in rows if _belongs(row, wanted))


def checkpoints_held(state: SessionState) -> int:
    """How many of the checkpoints were held at all."""
    states = (state.question(state.plan.slides[i].id) for i in state.plan.checkpoints)
    return sum(1 for question in states if question is not None and question.held is not None)


def rule_minutes(state: SessionState, now: datetime) -> int:
    """Minutes a person must have been there for."""
    return needed_minutes(state, now)


def missed_words(missed: tuple[int, ...]) -> str:
    """``checkpoint 3 missed``, ``checkpoints 1, 2 and 4 missed``."""
    if len(missed) == 1:
        return f"checkpoint {missed[0]} missed"
    listed = ", ".join(str(n) for n in missed[:-1])
    return f"checkpoints {listed} and {missed[-1]} missed"


def _standing(state: SessionState, person: Attendee, now: datetime) -> Standing | None:
    stands = completion(state, person.id, now)
    if not stands.came:
        return None
    certificate = state.certificate(person.id)
    revoked = state.revoked_at(person.id) is not None and not may_be_issued(state, person.id)
    return Standing(
        person=person,
        stays=state.presence(person.id).intervals,
        completion=stands,
        verdict=_verdict(stands),
        serial=certificate.serial if certificate and not certificate.purged else "",
        revoked=revoked and certificate is None,
    )


def _verdict(stands: Completion) -> Verdict:
    if stands.still_here:
        return Verdict.TO_SETTLE
    if stands.override is not None:
        return Verdict.BY_YOU
    return Verdict.COMPLETED if stands.completed else Verdict.NOT_COMPLETED


def _belongs(row: Standing, wanted: Filter) -> bool:
    match wanted:
        case Filter.EVERYONE:
            return True
        case Filter.TO_SETTLE:
            return row.verdict is Verdict.TO_SETTLE
        case Filter.COMPLETED:
            return row.completed
        case Filter.NOT_COMPLETED:
            return row.verdict is not Verdict.TO_SETTLE and not row.completed
