"""People by what they could be recognised by, so that a long list is compared in one pass."""

from collections import defaultdict
from collections.abc import Sequence

from imhtrainer.domain.roster import Attendee, fold_name, likeness

_MOST_ALIKE = 20
"""People compared with one row for one reason: a list where everybody has the office's mail stays quick."""


class RosterIndex:
    """Finds who is the same person as another, or may be."""

    def __init__(self) -> None:
        self._people: dict[str, list[Attendee]] = defaultdict(list)

    def add(self, person: Attendee) -> None:
        """Let a person be found."""
        kinds = ("initial" if _has_initial(person) else "word",)
        for key in _keys(person, kinds):
            if len(self._people[key]) < _MOST_ALIKE:
                self._people[key].append(person)

    def find(self, person: Attendee) -> tuple[Attendee | None, Attendee | None]:
        """Who is the same person, and who may be."""
        maybe = None
        kinds = ("initial", "word") if _has_initial(person) else ("initial",)
        for other in (other for key in _keys(person, kinds) for other in self._people.get(key, ())):
            match likeness(person, other):
                case "same":
                    return other, None
                case "maybe":
                    maybe = maybe or other
                case "new":
                    pass
        return None, maybe


def _keys(person: Attendee, kinds: Sequence[str]) -> tuple[str, ...]:
    """What alike people share: the folded name, the mail, or first letter and last word."""
    folded = fold_name(person.name)
    mail = person.email.strip().casefold()
    short = _short_key(folded)
    return (
        f"name {folded}",
        *((f"mail {mail}",) if mail else ()),
        *(f"{kind} {short}" for kind in kinds if short),
    )


def _short_key(folded: str) -> str:
    words = folded.split()
    return f"{words[0][0]} {words[-1]}" if len(words) > 1 else ""


def _has_initial(person: Attendee) -> bool:
    return len(fold_name(person.name).partition(" ")[0]) == 1
