"""A session: its state, what may be asked of it, and how events change it."""

from imhtrainer.domain.session.decide import decide
from imhtrainer.domain.session.evolve import evolve, replay
from imhtrainer.domain.session.state import QuestionState, SessionState

__all__ = ["QuestionState", "SessionState", "decide", "evolve", "replay"]
