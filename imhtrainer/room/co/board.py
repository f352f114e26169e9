"""What a co-facilitator's console shows of a session."""

from datetime import datetime
from typing import Literal

from imhtrainer.domain.advice import vote_advice
from imhtrainer.domain.captions import captions_now
from imhtrainer.domain.desk import desk
from imhtrainer.domain.pace import pace, section_clock
from imhtrainer.domain.pace_advice import pace_advice
from imhtrainer.domain.quiz import signs
from imhtrainer.domain.roster import find_attendee
from imhtrainer.domain.script import Script
from imhtrainer.domain.session import SessionState
from imhtrainer.domain.session.foresight import step_after
from imhtrainer.domain.session.helping import seen_now
from imhtrainer.domain.session.voting import NOT_BY_HAND
from imhtrainer.room.co.pictures import picture_key
from imhtrainer.room.co.protocol import (
    CaptionTold,
    ChoiceCounted,
    Clock,
    CoState,
    DeskList,
    DeskPerson,
    EaseTold,
    Note,
    Outline,
    OutlineSlide,
    Place,
    SeenTold,
    SlideNotes,
    TimerTold,
    Timing,
    Vote,
    Waiting,
    Words,
)
from imhtrainer.room.snapshots import STAGES

Sign = Literal["", "leave out", "shorten"]


class CoBoard:
    """Tells one state of a session; ``at`` counts the states within a ``run``.

    ``pictured`` tells whether pictures of the slides can be had.
    """

    def __init__(
        self, state: SessionState, script: Script, run: str, at: int, pictured: bool = False
    ) -> None:
        self.state = state
        self.at = at
        self.pictured = pictured
        self._script = script
        self._run = run

    def tell(self, name: str, now: datetime) -> CoState:
        """All that the console of somebody of this name shows now."""
        state = self.state
        return CoState(
            run=self._run,
            at=self.at,
            title=state.plan.short_title,
            lang=state.plan.lang,
            stage=STAGES[state.stage],
            name=name,
            seen=_seen(state),
            here=self._place(state),
            next=self._next(now),
            slides=len(state.plan.slides),
            pages=state.plan.pages,
            clock=_clock(state, now),
            timing=_timing(state, now),
            ease=EaseTold(
                large=state.ease.large,
                contrast=state.ease.contrast,
                captions=state.ease.captions,
            ),
            caption=self._caption(),
            vote=_vote(state),
            signed_in=len(state.present),
            expected=len(state.roster),
            waiting=list(_waiting(state)),
        )

    def notes(self, slide: int) -> SlideNotes | None:
        """A slide's notes; None where there is no such slide."""
        slides = self.state.plan.slides
        if not 0 <= slide < len(slides):
            return None
        script = self._script.of(slides[slide].id, slides[slide].label)
        return SlideNotes(
            slide=slide,
            title=script.title,
            minutes=slides[slide].minutes,
            notes=[
                Note(
                    head=part.head,
                    words=[Words(text=r.text, bold=r.bold, italic=r.italic) for r in part.text],
                    listed=part.listed,
                )
                for part in script.notes
            ],
        )

    def outline(self) -> Outline:
        """All slides in order."""
        plan = self.state.plan
        return Outline(
            sections=[section.title for section in plan.sections],
            slides=[
                OutlineSlide(
                    number=slide.number,
                    label=slide.label,
                    section=slide.section,
                    question=slide.question is not None,
                )
                for slide in plan.slides
            ],
        )

    def people(self, wanted: str, now: datetime) -> DeskList:
        """The people whose names hold the words wanted, who has not come first."""
        found = desk(self.state, wanted, now)
        return DeskList(
            people=[
                DeskPerson(
                    id=row.attendee.id,
                    name=row.attendee.name,
                    here=row.here,
                    came=row.came.isoformat() if row.came is not None else "",
                )
                for row in found.rows
            ],
            more=found.more,
        )

    def _place(self, state: SessionState) -> Place:
        here = state.here
        return Place(
            slide=state.slide,
            step=state.step,
            steps=here.steps,
            number=state.number,
            title=self._script.of(here.id, here.label).title,
            label=here.label,
            question=here.question is not None,
            answer=here.question is not None and state.step > 0,
            picture=picture_key(self.state, state.slide, state.step) if self.pictured else "",
        )

    def _caption(self) -> CaptionTold | None:
        if not self.state.ease.captions:
            return None
        here = self.state.here
        lines = captions_now(self.state, self._script.of(here.id, here.label).notes)
        at = min(self.state.caption, len(lines))
        text, coming = ((*lines, "", "")[place] for place in (at, at + 1))
        return CaptionTold(line=at, lines=len(lines), text=text, coming=coming)

    def _next(self, now: datetime) -> Place | None:
        after = step_after(self.state, now)
        same = (after.slide, after.step) == (self.state.slide, self.state.step)
        return None if same else self._place(after)


def _seen(state: SessionState) -> SeenTold:
    seen = seen_now(state)
    return SeenTold(
        slide=seen.slide,
        step=seen.step,
        screen=seen.screen,
        vote=seen.vote,
        voting=seen.voting,
        time=seen.time,
    )


def _timing(state: SessionState, now: datetime) -> Timing:
    timer = state.timer
    told = None
    if timer is not None:
        here = timer.slide == state.here.id
        told = TimerTold(left=timer.left(now), total=timer.total, runs=timer.running, here=here)
    activity = state.here.activity_minutes or 0.0
    return Timing(question=state.asking is not None, activity=activity, timer=told)


def _clock(state: SessionState, now: datetime) -> Clock:
    section, whole = section_clock(state, now), pace(state, now)
    advice = pace_advice(state, whole.behind) if state.stage == "running" else None
    what: Sign = advice.what if advice is not None else ""
    return Clock(
        section=state.plan.sections[state.here.section].title,
        planned=section.planned,
        spent=section.spent,
        runs=state.stage == "running" and not section.waits,
        behind=whole.behind,
        ends=whole.ends.isoformat(),
        planned_end=whole.planned_end.isoformat(),
        pause=state.pause.left(now) if state.pause is not None else None,
        advice=what,
        advice_slide=advice.slide.label if advice is not None else "",
        advice_minutes=advice.minutes if advice is not None else 0.0,
        advice_enough=advice.enough if advice is not None else False,
    )


def _vote(state: SessionState) -> Vote | None:
    question, asked = state.question(state.here.id), state.here.question
    if question is None or asked is None or question.last is None:
        return None
    last = question.last
    by = {source: last.counts_by(source) for source in ("hands", "phone", "paper")}
    advice = vote_advice(last, asked.right) if last.state == "closed" else None
    letters = signs(asked.kind)
    return Vote(
        kind=asked.kind,
        state=last.state,
        vote=max(len(question.valid), 1),
        choices=[
            ChoiceCounted(
                letter=letters[index],
                text=text,
                right=asked.marked and asked.right[index],
                hands=by["hands"][index],
                phones=by["phone"][index],
                paper=by["paper"][index],
            )
            for index, text in enumerate(asked.choices)
        ],
        answered=last.answered,
        here=len(state.present),
        phones=last.people_by("phone"),
        paper=last.people_by("paper"),
        hands=last.people_by("hands"),
        declined=last.declined,
        by_hand=asked.kind not in NOT_BY_HAND,
        can_undo=last.state == "open" and bool(last.history),
        can_reveal=state.here.steps > 0,
        move=advice.move if advice is not None else "",
        share=advice.share if advice is not None else 0.0,
    )


def _waiting(state: SessionState) -> list[Waiting]:
    found = []
    for seat in state.waiting_seats:
        asked = find_attendee(state.roster, seat.asks)
        asks = asked.name if asked is not None else ""
        found.append(Waiting(seat=seat.code, name=seat.name, asks=asks))
    return found
