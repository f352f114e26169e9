"""Other sessions of the same facilitator: with credit, in places with long names, and some that stopped."""

from dataclasses import replace
from pathlib import Path

from imhtrainer.domain.award import Award, Provider
from imhtrainer.domain.evaluation import QUESTIONS, Evaluation, evaluation_items
from imhtrainer.domain.events import Details
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import (
    AddAttendees,
    EndSession,
    EnterEvaluation,
    InterruptSession,
    SignIn,
    SignOut,
    StartSession,
)
from imhtrainer.resources import slides_path
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.services import Services
from tests.screenshots.saturday import DETAILS, Watch, pass_slides

PROVIDER = Provider(
    name="Harborlight Family Counseling",
    number="50-12345",
    statement="Approved by the Florida Board of Clinical Social Work.",
    valid_from="2026-01-01",
    valid_to="2027-12-31",
)
LONG_PLACES = (
    "Kinderbetreuungseinrichtungsverwaltungsgebäude Königswinter-Oberdollendorf",
    "مركز الأسرة والطفولة المبكرة في مدينة كورال غيبلز بولاية فلوريدا",
    "Trung tâm Chăm sóc Sức khỏe Tâm thần Trẻ sơ sinh và Gia đình Quận Miami",
)
"""Sixty letters and more, in German, Arabic and Vietnamese."""
LONG_TITLE = "Säuglingsgesundheitsförderungsfachkräftefortbildung für Familienzentren und Geburtshäuser im Herbst"
_DECK = """---
trainer: 1
title: "{title}"
lang: en-US
minutes: 5
---

# Welcome {{#welcome minutes=5}}

## One slide {{#one layout={layout} minutes=5}}

- A line
"""
LICENSED = (
    Attendee("c1", "Adaeze Okonkwo", license="RN 9123456"),
    Attendee(
        "c2", "Donaudampfschifffahrtsgesellschaftskapitänswitwe Elisabeth Müller-Lüdenscheidt"
    ),
    Attendee("c3", "عبد الرحمن بن محمد بن عبد العزيز آل سليمان الهاشمي", license="MH12345"),
    Attendee(
        "c4", "Công Tằng Tôn Nữ Phương Thảo Nguyễn Phúc Vĩnh Lộc", license="same as last year"
    ),
)


def with_credit(services: Services, watch: Watch) -> TrainingSession:
    """A session of an approved provider, with people of long names and two evaluations from paper."""
    award = Award(provider=PROVIDER, number="20-778")
    session = _begun(services, watch, replace(DETAILS, award=award, venue=LONG_PLACES[0]))
    plan = session.state.plan
    pass_slides(session, watch, len(plan.slides) - 1, 1.0)
    watch.set(plan.minutes)
    for person in LICENSED:
        session.do(SignOut(watch(), person.id))
    session.do(EndSession(watch()))
    marks = (4,) * len(evaluation_items(plan))
    for sheet in (1, 2):
        session.do(EnterEvaluation(watch(), Evaluation(sheet, marks, ("",) * len(QUESTIONS))))
    return session


def interrupted(services: Services, watch: Watch) -> None:
    """Two sessions that stopped in the middle, and one that is prepared, in places with long names."""
    for number, venue in enumerate(LONG_PLACES[1:], start=1):
        session = _begun(services, watch, replace(DETAILS, venue=venue))
        pass_slides(session, watch, 7 * number, 1.0)
        session.do(InterruptSession(watch()))
    _prepared(services, watch, replace(DETAILS, venue=LONG_PLACES[0]))


def trainings(folder: Path) -> tuple[Path, ...]:
    """A training with a long title and no cover, and one that cannot be read."""
    made = []
    for title, layout in ((LONG_TITLE, "text"), ("Day 1 for home visitors", "nothing")):
        deck = folder / layout / "deck.md"
        deck.parent.mkdir()
        deck.write_text(_DECK.format(title=title, layout=layout), encoding="utf-8")
        made.append(deck.parent)
    return tuple(made)


def _prepared(services: Services, watch: Watch, details: Details) -> TrainingSession:
    deck = services.trainings.load(slides_path() / "it-starts-on-day-1")
    watch.begin(60)
    session = services.sessions.create(deck, replace(details, starts=watch()))
    session.do(AddAttendees(watch(), LICENSED))
    return session


def _begun(services: Services, watch: Watch, details: Details) -> TrainingSession:
    session = _prepared(services, watch, details)
    for person in LICENSED:
        session.do(SignIn(watch(), person.id, watch()))
    session.do(StartSession(watch()))
    return session
