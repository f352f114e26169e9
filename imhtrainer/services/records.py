"""A session as data for other programs: JSON with times in ISO 8601, and attendance as a table."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from imhtrainer.domain.certificate import Certificate, Withdrawn
from imhtrainer.domain.credit import (
    Completion,
    completion,
    instruction_minutes,
    needed_minutes,
    recorded_minutes,
)
from imhtrainer.domain.ledger import Round
from imhtrainer.domain.pacing import section_times, slide_times
from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.quiz import signs
from imhtrainer.domain.results import SOURCES, QuestionResult, question_results
from imhtrainer.domain.roster import Attendee, Interval, by_name
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.state import make_tally
from imhtrainer.domain.shift import Shift
from imhtrainer.domain.statistics import ItemFigures, learning_gain
from imhtrainer.domain.wording import counted
from imhtrainer.services.help_words import help_record
from imhtrainer.services.sessions import SessionSummary

Record = dict[str, Any]


def summary_record(summary: SessionSummary) -> Record:
    """One line of ``sessions --json``."""
    record = asdict(summary)
    return {name: _plain(value) for name, value in record.items()}


def session_record(session_id: str, state: SessionState, now: datetime) -> Record:
    """Everything about a session, as known at ``now``; ``slide`` counts from 1, ``build`` from 0."""
    results, gain = question_results(state), learning_gain(state)
    return {
        "id": session_id,
        **({"rehearsal": True, "note": _MADE_UP} if state.rehearsal else {"rehearsal": False}),
        **_course(state, now),
        **_place(state),
        "attendees": [_attendee(state, person, now) for person in by_name(state.roster)],
        "checkpoints": _questions(results, ("check",)),
        "questions": _questions(results, ("pre", "post")),
        "learning_gain": asdict(gain) if gain is not None else None,
        "certificates": [_certificate(certificate) for certificate in state.certificates],
        "withdrawn_certificates": [_withdrawn(old) for old in state.withdrawn],
        "co_facilitators": [help_record(given) for given in state.help],
        **_times(state, now),
    }


def reason_words(standing: Completion) -> str:
    """Why a person completed or not: ``34 of 75 min, 68 needed; checkpoints 1 and 2 missed``."""
    if standing.override is not None:
        return f"Decided by the facilitator: {standing.override.reason}"
    if not standing.came:
        return "Did not come"
    few = standing.minutes < standing.needed
    of_all = f"{standing.minutes} of {standing.instruction} min"
    parts = [f"{of_all}, {standing.needed} needed"] if few else []
    if standing.missed:
        noun = "checkpoint" if len(standing.missed) == 1 else "checkpoints"
        parts.append(f"{noun} {_and(standing.missed)} missed")
    parts.extend(f"{refusal.rule}: {refusal.missing}" for refusal in standing.asked)
    if not parts:
        parts = [f"{of_all}, all {counted(len(standing.held), 'checkpoint')}"]
    return "; ".join((*parts, "still signed in") if standing.still_here else parts)


def attendance_rows(state: SessionState, now: datetime) -> list[list[str | int | float]]:
    """The attendance as a table, header first: times as ``HH:MM`` in the session's time zone."""
    rows: list[list[str | int | float]] = [list(_ATTENDANCE)]
    rows.extend(_attendance_row(state, person, now) for person in by_name(state.roster))
    return rows


_MADE_UP = "A rehearsal: people, times and answers are made up."

_ATTENDANCE = (
    *("Name", "Email", "Role", "License", "In and out", "Minutes", "Minutes needed"),
    *("Checkpoints", "Completed", "Why", "Certificate"),
)


def _attendance_row(
    state: SessionState, person: Attendee, now: datetime
) -> list[str | int | float]:
    standing = completion(state, person.id, now)
    certificate = state.certificate(person.id)
    minutes = recorded_minutes(state, person.id, now)
    if state.elsewhere:
        known: tuple[str | int | float, ...] = ("not recorded", minutes or "", "", "not recorded")
    else:
        held = f"{len(standing.held)} of {len(state.plan.checkpoints)}"
        known = (_stays(state, person, now), minutes or 0, standing.needed, held)
    return [
        *(person.name, person.email, person.role, person.license),
        *known,
        "yes" if standing.completed else "no",
        reason_words(standing),
        certificate.serial if certificate else "",
    ]


def _stays(state: SessionState, person: Attendee, now: datetime) -> str:
    zone = (state.details.starts or now).tzinfo
    stays = [
        f"{stay.start.astimezone(zone):%H:%M}–{f'{stay.end.astimezone(zone):%H:%M}' if stay.end else ''}"
        for stay in state.presence(person.id).intervals
    ]
    return ", ".join(stays)


def _course(state: SessionState, now: datetime) -> Record:
    return {
        "title": state.plan.full_title,
        "stage": state.stage,
        "created": _plain(state.created),
        "started": _plain(state.started),
        "ended": _plain(state.ended),
        "slide": state.slide + 1,
        "slides": len(state.plan.slides),
        "slide_id": state.here.id,
        "build": state.step,
        "page": state.number,
        "pages": state.plan.pages,
        "screen": state.screen,
        "elapsed_seconds": round(state.elapsed(now).total_seconds(), 3),
        "clock": [_interval(span) for span in state.spans],
        "minutes_of_instruction": instruction_minutes(state, now),
        "minutes_needed": needed_minutes(state, now),
        "as_of": _plain(now),
    }


def _times(state: SessionState, now: datetime) -> Record:
    """Planned and actual time of sections, activities and questions, and the breaks the room had."""
    return {
        "sections": [
            {
                "section": section.id,
                "title": section.title,
                "planned_minutes": section.planned,
                "taken_seconds": round(section.taken, 3),
                "paused_seconds": round(section.paused, 3),
                "break": section.rest,
            }
            for section in section_times(state, now)
        ],
        "activities": [
            {
                "slide": slide.id,
                "kind": slide.kind,
                "planned_minutes": slide.planned,
                "taken_seconds": round(slide.taken, 3),
            }
            for slide in slide_times(state, now)
        ],
        "breaks": [
            {**_interval(pause.interval), "planned_minutes": pause.minutes}
            for pause in state.breaks
        ],
    }


def _place(state: SessionState) -> Record:
    details = state.details
    return {
        "planned_start": _plain(details.starts),
        "venue": details.venue,
        "city": details.city,
        "facilitator": details.facilitator,
        "credentials": details.credentials,
        "organisation": details.organisation,
    }


def _attendee(state: SessionState, person: Attendee, now: datetime) -> Record:
    standing = completion(state, person.id, now)
    certificate = state.certificate(person.id)
    return {
        **asdict(person),
        "presence": [_interval(stay) for stay in state.presence(person.id).intervals],
        "here": standing.still_here,
        "minutes": recorded_minutes(state, person.id, now) or 0,
        "late_minutes": standing.late,
        "checkpoints_held": list(standing.held),
        "checkpoints_missed": list(standing.missed),
        "completed": standing.completed,
        "completed_by_rule": standing.rule,
        "reason": reason_words(standing),
        "certificate": certificate.serial if certificate else None,
    }


def _questions(results: Sequence[QuestionResult], phases: Sequence[str]) -> list[Record]:
    return [_question(result) for result in results if result.question.phase in phases]


def _question(result: QuestionResult) -> Record:
    asked, rounds = result.question, result.rounds
    return {
        "slide": result.slide.id,
        "phase": asked.phase,
        "point": asked.point,
        "kind": asked.kind,
        "question": asked.text,
        "choices": [
            {"letter": letter, "text": text, "right": right}
            for letter, text, right in zip(
                signs(asked.kind), asked.choices, asked.right, strict=False
            )
        ],
        **({"order": [signs(asked.kind)[n] for n in asked.sequence]} if asked.sequence else {}),
        "state": rounds[-1].state if rounds else "not asked",
        "held": result.held,
        "skipped": result.skipped,
        "rounds": [_round(vote, asked) for vote in rounds],
        **({"moved": _moved(result.moved, signs(asked.kind))} if result.moved else {}),
        **(_item(result.item) if result.item is not None else {}),
    }


def _moved(moved: Shift, letters: Sequence[str]) -> Record:
    """What the talk between the first vote and the last moved; ``among`` as ``Shift`` says it."""
    return {
        "to_right": moved.to_right,
        "to_wrong": moved.to_wrong,
        "among": moved.among,
        "moves": [
            {"from": letters[move.start], "to": letters[move.end], "people": move.people}
            for move in moved.moves
        ],
    }


def _item(item: ItemFigures) -> Record:
    return {"facility": item.facility, "discrimination": item.discrimination}


def _round(vote: Round, asked: PlanQuestion) -> Record:
    tally = make_tally(vote, asked)
    letters = signs(asked.kind)
    return {
        "opened": _plain(vote.opened),
        "closed": _plain(vote.closed),
        "state": vote.state,
        "tally": dict(zip(letters, tally.counts, strict=False)),
        "by": {
            source: dict(zip(letters, vote.counts_by(source), strict=False)) for source in SOURCES
        },
        "answers": tally.total,
        "right": round(tally.share_right * tally.total),
        "rather_not_say": tally.declined,
        **({"mean": round(tally.mean, 3)} if asked.kind == "rating" else {}),
        **({"words": dict(tally.words)} if asked.kind == "words" else {}),
        **({"void": vote.void} if vote.void else {}),
    }


def _certificate(certificate: Certificate) -> Record:
    record = {name: _plain(value) for name, value in asdict(certificate).items()}
    return {**record, "contact_hours": certificate.hours}


def _withdrawn(old: Withdrawn) -> Record:
    withdrawn = {"how": old.how, "withdrawn": _plain(old.at), "reason": old.reason}
    return {**_certificate(old.certificate), **withdrawn}


def _interval(stay: Interval) -> Record:
    return {"from": _plain(stay.start), "to": _plain(stay.end)}


def _plain(value: Any) -> Any:
    """A value as JSON has it; times keep their zone and lose what is below a second."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return list(value) if isinstance(value, tuple) else value


def _and(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}" if first else last
