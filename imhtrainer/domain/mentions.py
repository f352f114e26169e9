"""Free text in a record that names a person in somebody else's entry: found, and cleared where that is wished.

Names on the roster, on seats and on certificates are not free text; purging takes them by the person's id.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from imhtrainer.domain.evaluation import Evaluation
from imhtrainer.domain.events import (
    AttendeeChanged,
    AttendeesAdded,
    CertificateCorrected,
    CertificateRevoked,
    CompletionOverridden,
    EvaluationClosed,
    EvaluationEntered,
    Event,
    PeoplePurged,
    PersonExported,
    PhoneAnswered,
    RoundVoided,
    SeatNamed,
    SheetEntered,
    WordPassed,
)
from imhtrainer.domain.roster import fold_name

TEXT_GONE = "(removed with a person’s data)"
"""What stands in the place of a text that was cleared."""

REMOVED = "(removed)"
"""How what stands for a purged person's name ends."""

SHORTEST_PART = 3
"""Letters a part of a name needs to be looked for alone."""

Change = Callable[[str], str]
Reasoned = (
    CompletionOverridden
    | CertificateCorrected
    | CertificateRevoked
    | RoundVoided
    | PersonExported
    | PeoplePurged
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names a person: the entry it stands in, what kind that is, and the text.

    ``sure`` tells that the whole name is there; else a part of it is, which may mean somebody else.
    """

    entry: int
    kind: str
    text: str
    sure: bool


def find_mentions(events: Sequence[Event], people: Iterable[str]) -> tuple[Mention, ...]:
    """Where free text of anybody's names these people, by any name they ever had on the roster."""
    names = _names(events, frozenset(people))
    whole = {fold_name(name) for name in names}
    parts = frozenset(p for name in whole for p in name.split() if len(p) >= SHORTEST_PART)
    return tuple(
        Mention(number, type(event).__name__, text, _holds(text, whole))
        for number, event in enumerate(events, start=1)
        for text in free_texts(event)
        if _holds(text, whole) or _holds_word(text, parts)
    )


def free_texts(event: Event) -> tuple[str, ...]:
    """What somebody wrote in an entry in words of their own."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    change_texts(event, note)
    return tuple(text for text in found if text and text != TEXT_GONE)


def clear_texts(event: Event, texts: Iterable[str]) -> Event:
    """The entry without these texts."""
    gone = frozenset(texts)
    return change_texts(event, lambda text: TEXT_GONE if text in gone else text)


def change_texts(event: Event, change: Change) -> Event:
    """The entry with each of its free texts changed."""
    match event:
        case EvaluationEntered():
            return replace(event, form=_form(event.form, change))
        case EvaluationClosed():
            return replace(event, forms=tuple(_form(form, change) for form in event.forms))
        case PhoneAnswered() | SheetEntered() if event.answer is not None and event.answer.words:
            words = change(event.answer.words)
            return replace(event, answer=replace(event.answer, words=words))
        case WordPassed():
            return replace(event, word=change(event.word))
        case SeatNamed() if event.waiting or not event.attendee:
            return replace(event, name=change(event.name))
        case AttendeesAdded():
            return replace(event, source=change(event.source))
        case _ if isinstance(event, Reasoned):
            return replace(event, reason=change(event.reason))
        case _:
            return event


def _form(form: Evaluation, change: Change) -> Evaluation:
    return replace(form, comments=tuple(change(text) for text in form.comments))


def _names(events: Iterable[Event], people: frozenset[str]) -> frozenset[str]:
    found = (name for event in events for who, name in _named(event) if who in people)
    return frozenset(name for name in found if not name.endswith(REMOVED))


def _named(event: Event) -> Iterator[tuple[str, str]]:
    match event:
        case AttendeesAdded():
            yield from ((person.id, person.name) for person in event.attendees)
        case AttendeeChanged():
            yield event.attendee.id, event.attendee.name


def _holds(text: str, names: Iterable[str]) -> bool:
    folded = f" {fold_name(text)} "
    return any(
        f" {name} " in folded or (_unspaced(name) and name in folded) for name in names if name
    )


def _holds_word(text: str, parts: frozenset[str]) -> bool:
    return not parts.isdisjoint(fold_name(text).split())


_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


def _unspaced(name: str) -> bool:
    """Whether a name is written in letters that stand without spaces between words."""
    return any(unicodedata.name(letter, "").startswith(_UNSPACED) for letter in name)
