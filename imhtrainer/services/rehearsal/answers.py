"""How made-up people answer: what they choose, and whether by phone, on paper or by raised hand."""

from collections import Counter
from collections.abc import Iterable
from contextlib import AbstractContextManager
from random import Random
from typing import Literal, Protocol

from imhtrainer.domain.plan import PlanQuestion
from imhtrainer.domain.quiz import Answer
from imhtrainer.domain.roster import Attendee
from imhtrainer.domain.session.commands import CountHands, EnterSheet
from imhtrainer.domain.session.voting import NOT_BY_HAND
from imhtrainer.services.session import TrainingSession

Way = Literal["phone", "paper", "hand"]

MOST_PHONES = 120
"""People who answer by phone in a rehearsal; each is a real phone, so a hall of them takes its time."""

_WAYS: tuple[Way, ...] = (*("phone",) * 7, "paper", "hand", "hand")
"""Of ten people seven have the page open, one takes a sheet, two raise a hand."""

_WORDS = ("calm", "Close", "being there", "listening", "warm", "slow down", "repair", "her eyes")


class Phones(Protocol):
    """People's phones in the room."""

    def sit(self, person: Attendee) -> None:
        """The person joins and gives the name, which signs the person in."""
        ...

    def has(self, attendee: str) -> bool:
        """Whether this person has joined."""
        ...

    def answer(self, attendee: str, slide: str, vote: int, answer: Answer) -> None:
        """The person answers a round (1-based)."""
        ...

    def settle(self) -> None:
        """Wait until everybody was told that their answer is saved."""
        ...


class PhonesFor(Protocol):
    """Gives the people of a session phones, as long as it is held."""

    def __call__(self, session: TrainingSession) -> AbstractContextManager[Phones]:
        """The phones of this session."""
        ...


def has_phone(number: int) -> bool:
    """Whether the person of this number (0-based) on the roster brings a phone."""
    return _WAYS[number % len(_WAYS)] == "phone" and number < MOST_PHONES


class Voters:
    """Everybody in the room, answering one round."""

    def __init__(self, session: TrainingSession, random: Random, phones: Phones | None) -> None:
        self._session = session
        self._random = random
        self._phones = phones

    def vote(self, asked: PlanQuestion, knowing: float) -> None:
        """Everybody answers, but for one in twenty; a share of ``knowing`` knows what is right."""
        hands: Counter[int] = Counter()
        for attendee in self._session.state.present:
            if self._random.random() < 0.95:
                answer = self._choose(asked, self._random.random() < knowing)
                hands.update(self._give(asked, attendee, answer))
        if self._phones is not None:
            self._phones.settle()
        if asked.kind not in NOT_BY_HAND:
            for choice in range(len(asked.choices)):
                self._session.do(CountHands(self._session.now(), choice, hands[choice]))

    def _give(self, asked: PlanQuestion, attendee: str, answer: Answer) -> Iterable[int]:
        """Give an answer by phone or on paper; what is left is shown by hand."""
        question = self._session.state.open_question
        if self._phones is None or question is None:
            return answer.choices
        number = [person.id for person in self._session.state.roster].index(attendee)
        if self._phones.has(attendee):
            self._phones.answer(attendee, question.slide, len(question.rounds), answer)
            return ()
        if _WAYS[number % len(_WAYS)] == "paper" or asked.kind in NOT_BY_HAND:
            self._session.do(EnterSheet(self._session.now(), number + 1, answer))
            return ()
        return answer.choices

    def _choose(self, asked: PlanQuestion, knows: bool) -> Answer:
        every = range(len(asked.choices))
        right = [index for index in every if asked.right[index]]
        wrong = [index for index in every if not asked.right[index]]
        match asked.kind:
            case "words":
                return Answer(words=self._random.choice(_WORDS))
            case "order":
                mixed = self._random.sample(every, len(every))
                return Answer(asked.sequence if knows else tuple(mixed))
            case "multiple" if knows:
                return Answer(tuple(right))
            case _:
                return Answer(
                    (self._random.choice(right if right and (knows or not wrong) else wrong),)
                )
