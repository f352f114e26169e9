"""The console's hands: every key and button ends here as a command to the session."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from imhtrainer.domain.errors import CheckpointWaiting, StoreError, TrainerError
from imhtrainer.domain.events import Screen
from imhtrainer.domain.session.commands import (
    Back,
    CloseRound,
    CloseSitting,
    Command,
    CountHands,
    EaseRoom,
    EndSession,
    GoTo,
    Next,
    OpenRound,
    OpenSitting,
    PassWord,
    ResumeSession,
    Reveal,
    SetScreen,
    StartSession,
    UndoCount,
    VoidRound,
)
from imhtrainer.domain.session.state import SessionState
from imhtrainer.layout.context import Invitation
from imhtrainer.services.session import TrainingSession
from imhtrainer.ui.phones.link import RoomLink
from imhtrainer.ui.session_watch import SessionWatch


@dataclass(frozen=True, slots=True)
class Jump:
    """From which slide and step the room was taken, and to which slide."""

    slide: int
    step: int
    to: int


class Presenting(QObject):
    """Sends commands to the session and tells the views what came of it.

    ``looked_at`` is the slide only the facilitator sees, None while that is what the room sees; ``jump`` is
    the last jump, None before the first.
    """

    changed = Signal()
    """The session has moved on; views read ``state``."""
    answered = Signal()
    """Phones have changed the session: answers, seats, names; nobody pressed anything here."""
    looked = Signal()
    """The facilitator looks at another slide."""
    refused = Signal(str)
    """A command made no sense now, in one sentence."""
    asked = Signal(str)
    """A checkpoint is unanswered: the question to ask before moving on; empty takes it back."""
    written = Signal(str)
    """The disk refuses to write, and why; empty when it is well again."""

    def __init__(
        self,
        session: TrainingSession,
        parent: QObject | None = None,
        room: RoomLink | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.room = room
        self._held: Next | GoTo | None = None
        self.looked_at: int | None = None
        self.jump: Jump | None = None
        self._watch = SessionWatch(
            session, lambda _state: self.changed.emit(), lambda _state: self.answered.emit(), self
        )
        self._unwatch_writes = session.on_write_error(self._report)

    @property
    def session(self) -> TrainingSession:
        """The session that is presented."""
        return self._session

    @property
    def state(self) -> SessionState:
        """The session as it stands."""
        return self._session.state

    @property
    def invitation(self) -> Invitation | None:
        """How phones get into the room; None while none can."""
        return self.room.invitation if self.room is not None else None

    @property
    def now(self) -> datetime:
        """The session's idea of now."""
        return self._session.now()

    @property
    def waiting(self) -> bool:
        """Whether a question about leaving a checkpoint stands."""
        return self._held is not None

    def close(self) -> None:
        """Stop listening to the session."""
        self._watch.close()
        self._unwatch_writes()

    def do(self, command: Command) -> bool:
        """Ask something of the session; False when it was refused or needs a second word."""
        before = self.state
        try:
            self._session.do(command)
        except CheckpointWaiting as waiting:
            self._held = command if isinstance(command, Next | GoTo) else None
            self.asked.emit(str(waiting))
            return False
        except TrainerError as refusal:
            self.refused.emit(str(refusal))
            return False
        if isinstance(command, GoTo) and self.state.slide not in (before.slide, before.slide + 1):
            self.jump = Jump(before.slide, before.step, self.state.slide)
            self.looked.emit()
        return True

    def try_quietly(self, command: Command) -> str:
        """Ask something of the session; the refusal's sentence for who asked it, empty when it was done."""
        try:
            self._session.do(command)
        except TrainerError as refusal:
            return str(refusal)
        return ""

    def go_on(self) -> None:
        """The filled button: start, resume, or one step on; on a frozen screen only we look on."""
        if self.frozen:
            self.browse(1)
            return
        self.look_at(None)
        match self.state.stage:
            case "prepared":
                self.do(StartSession(self.now))
            case "interrupted":
                self.do(ResumeSession(self.now))
            case _:
                self.do(Next(self.now))

    def go_back(self) -> None:
        """One step back; on a frozen screen only we look back."""
        if self.frozen:
            self.browse(-1)
            return
        self.look_at(None)
        self.do(Back(self.now))

    def go_to(self, slide: int) -> None:
        """Show a slide to the room."""
        if self.do(GoTo(self.now, slide)):
            self.look_at(None)

    def show_or_look(self, slide: int) -> None:
        """Show a slide to the room; on a frozen screen only look at it."""
        if self.frozen:
            self.look_at(slide)
        else:
            self.go_to(slide)

    def return_from_jump(self) -> None:
        """Show the slide and step again that the last jump began from; on a frozen screen only look at it."""
        if self.jump is not None and self.frozen:
            self.look_at(self.jump.slide)
        elif self.jump is not None:
            self.do(GoTo(self.now, self.jump.slide, step=self.jump.step))

    def leave(self) -> None:
        """Yes, move on without an answer."""
        held, self._held = self._held, None
        if held is not None:
            self.asked.emit("")
            if self.do(replace(held, at=self.now, leave=True)):
                self.look_at(None)

    def stay(self) -> None:
        """No, stay on the checkpoint."""
        if self._held is not None:
            self._held = None
            self.asked.emit("")

    def forget_question(self) -> None:
        """The question was put away without an answer."""
        self._held = None

    def show(self, screen: Screen) -> None:
        """Black, white, the five points or the logo; a second time the slides again."""
        self.do(SetScreen(self.now, screen))

    def ease(self, what: str) -> None:
        """Make the room's screen easier to read, or as it was: ``large``, ``contrast`` or ``captions``."""
        now = self.state.ease
        changed = {what: not getattr(now, what)}
        self.do(EaseRoom(self.now, replace(now, **changed)))

    @property
    def frozen(self) -> bool:
        """Whether the room keeps its picture while we look elsewhere."""
        return self.state.screen == "frozen"

    def freeze(self) -> None:
        """Keep the room's picture; a second time the room sees what we look at."""
        if self.frozen and self.looked_at is not None:
            self.go_to(self.looked_at)
        else:
            self.show("frozen")

    def browse(self, by: int) -> None:
        """Look so many slides further, without the room."""
        here = self.state.slide if self.looked_at is None else self.looked_at
        self.look_at(min(max(here + by, 0), len(self.state.plan.slides) - 1))

    def look_at(self, slide: int | None) -> None:
        """Look at a slide that the room does not see; None looks at what the room sees."""
        wanted = None if slide == self.state.slide else slide
        if wanted != self.looked_at:
            self.looked_at = wanted
            self.looked.emit()

    def count(self, choice: int, hands: int, began: int | None = None) -> None:
        """So many hands for a choice; ``began`` is the count before a number was typed."""
        self.do(CountHands(self.now, choice, hands, began))

    def undo_count(self) -> None:
        """Take the last count back."""
        self.do(UndoCount(self.now))

    def close_round(self) -> None:
        """Nobody may answer any more; of questions that are open together, none of them."""
        asked = self.state.here.question
        together = asked is not None and asked.phase == self.state.sitting
        self.do(CloseSitting(self.now) if together else CloseRound(self.now))

    def vote_again(self) -> None:
        """Open another vote on the same question."""
        self.do(OpenRound(self.now))

    def void_round(self, reason: str) -> None:
        """The newest vote does not count."""
        self.do(VoidRound(self.now, reason))

    def pass_word(self, word: str, passed: bool) -> None:
        """Let a word of the shown question through to the room, or keep it back."""
        self.do(PassWord(self.now, self.state.here.id, word, passed))

    def sit(self, opened: bool) -> None:
        """Open all items of the shown question's phase at once, or close them."""
        asked = self.state.here.question
        if asked is not None:
            self.do(OpenSitting(self.now, asked.phase) if opened else CloseSitting(self.now))

    def reveal(self) -> None:
        """Show the answer."""
        self.do(Reveal(self.now))

    def end(self) -> None:
        """The training is over; who is still here is asked about afterwards, in Wrap up."""
        self.do(EndSession(self.now, sign_out=False))

    def _report(self, trouble: StoreError | None) -> None:
        """Called on the writing thread; the signal brings it to this one."""
        self.written.emit(str(trouble) if trouble else "")
