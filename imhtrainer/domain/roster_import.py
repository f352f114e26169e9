"""From a table somebody exported to people on the roster: which column is what, and who is new."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from imhtrainer.domain.roster import Attendee, clean_name, fold_name
from imhtrainer.domain.roster_index import RosterIndex

Verdict = Literal["new", "here", "ask", "blank"]

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")

_LAST_FIRST = re.compile(r"([^,;]*\w[^,;]*?)\s*,\s*([^,;]*\w[^,;]*)")
_TITLE = re.compile(r"[A-Z]{2,}(?:[-/ ][A-Z]+)*|(?:[A-Z][a-z]?\.?){2,}|[JS]r\.?|[IVX]+")
_WORD = re.compile(r"[^\s\d@]+")
_NEARLY_ALL = 0.8

_HEADINGS: dict[str, tuple[str, ...]] = {
    "first": (
        "first",
        "first name",
        "firstname",
        "given",
        "given name",
        "given names",
        "forename",
        "nombre",
        "nombres",
        "prenom",
        "vorname",
    ),
    "last": (
        "last",
        "last name",
        "lastname",
        "surname",
        "family name",
        "apellido",
        "apellidos",
        "nom",
        "nachname",
    ),
    "name": (
        "name",
        "full name",
        "fullname",
        "attendee",
        "attendee name",
        "participant",
        "participant name",
        "nombre completo",
        "nom complet",
        "display name",
        "ho va ten",
    ),
    "email": (
        "email",
        "e mail",
        "mail",
        "email address",
        "e mail address",
        "correo",
        "correo electronico",
        "courriel",
    ),
    "role": (
        "role",
        "profession",
        "job",
        "job title",
        "position",
        "occupation",
        "rol",
        "profesion",
        "title",
    ),
    "license": (
        "license",
        "licence",
        "license number",
        "licence number",
        "license no",
        "credential",
        "credentials",
        "licencia",
    ),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column (0-based) holds what: ``name``, or ``first`` and ``last``; None for what there is not."""

    name: int | None = None
    first: int | None = None
    last: int | None = None
    email: int | None = None
    role: int | None = None
    license: int | None = None

    @property
    def usable(self) -> bool:
        """Whether a name can be read."""
        return self.name is not None or self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What one row comes to: ``other`` is the person it is (``here``) or may be (``ask``)."""

    attendee: Attendee
    verdict: Verdict
    other: Attendee | None = None


def is_heading(row: Sequence[str]) -> bool:
    """Whether a first row names the columns, in English, Spanish, French or German."""
    known = {word for words in _HEADINGS.values() for word in words}
    return any(fold_name(cell) in known for cell in row)


def guess_columns(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """Which column holds what, by heading; failing that by what stands in the first rows."""
    found = {part: _by_heading(headers, words) for part, words in _HEADINGS.items()}
    if found["email"] is None:
        found["email"] = _mail_column(rows)
    if found["name"] is None and found["first"] is None and found["last"] is None:
        taken = {index for index in found.values() if index is not None}
        worded = _worded_columns(rows, taken)
        found["name"] = next(iter(worded), None)
        if _are_halves(rows, worded[:2]):
            found["first"], found["last"] = worded[:2]
    return Columns(**{**found, **_name_columns(found["name"], found["first"], found["last"], rows)})


def _name_columns(
    name: int | None, first: int | None, last: int | None, rows: Sequence[Sequence[str]]
) -> dict[str, int | None]:
    """Either one column of whole names, or one of first and one of last names.

    A “Name” beside a single part of it is the other part (“Name, Vorname”), unless it holds that part already.
    """
    if first is not None and last is not None:
        return {"name": None, "first": first, "last": last}
    part = first if first is not None else last
    if name is None or part is None:
        return {"name": part if name is None else name, "first": None, "last": None}
    if _holds(rows, name, part):
        return {"name": name, "first": None, "last": None}
    halves = (first, name) if first is not None else (name, last)
    return {"name": None, "first": halves[0], "last": halves[1]}


def _holds(rows: Sequence[Sequence[str]], whole: int, part: int) -> bool:
    """Whether nearly every cell of one column holds the words of another column's."""
    pairs = [
        (fold_name(_cell(row, whole)).split(), fold_name(_cell(row, part)).split())
        for row in rows[:20]
    ]
    return sum(set(words) <= set(name) for name, words in pairs) >= _NEARLY_ALL * len(pairs)


def plan_import(
    rows: Sequence[Sequence[str]], columns: Columns, roster: Sequence[Attendee]
) -> tuple[ImportRow, ...]:
    """What each row comes to, compared with the roster and with the rows before it."""
    known = RosterIndex()
    for person in roster:
        known.add(person)
    ids = new_ids(roster)
    turned = (
        [_turned(row, columns.name) for row in rows] if _is_turned(rows, columns.name) else rows
    )
    return tuple(_plan_row(row, columns, known, ids) for row in turned)


def new_ids(roster: Sequence[Attendee]) -> Iterator[str]:
    """Ids that nobody on the roster has: ``a1``, ``a2`` and so on."""
    taken = [int(p.id[1:]) for p in roster if re.fullmatch(r"a[0-9]{1,9}", p.id)]
    number = max(taken, default=0)
    while True:
        number += 1
        yield f"a{number}"


def _is_turned(rows: Sequence[Sequence[str]], column: int | None) -> bool:
    """Whether a list writes “Ruiz, Ana”: nearly every name has one comma, and no credentials after it."""
    names = [name for row in rows if (name := _cell(row, column).strip())]
    found = [_LAST_FIRST.fullmatch(name) for name in names]
    turned = sum(match is not None and not _TITLE.fullmatch(match[2]) for match in found)
    return bool(names) and turned >= _NEARLY_ALL * len(names)


def _turned(row: Sequence[str], column: int | None) -> Sequence[str]:
    name = _LAST_FIRST.fullmatch(_cell(row, column).strip())
    if name is None or column is None or _TITLE.fullmatch(name[2]):
        return row
    return (*row[:column], f"{name[2]} {name[1]}", *row[column + 1 :])


def _plan_row(
    row: Sequence[str], columns: Columns, known: RosterIndex, ids: Iterator[str]
) -> ImportRow:
    person = _read_person(row, columns)
    if not person.name:
        return ImportRow(person, "blank")
    same, maybe = known.find(person)
    if same is not None:
        return ImportRow(person, "here", same)
    fresh = Attendee(next(ids), person.name, person.email, person.role, person.license)
    known.add(fresh)
    return ImportRow(fresh, "ask", maybe) if maybe is not None else ImportRow(fresh, "new")


def _read_person(row: Sequence[str], columns: Columns) -> Attendee:
    parts = [columns.name] if columns.name is not None else [columns.first, columns.last]
    name = clean_name(" ".join(_cell(row, index) for index in parts))
    return Attendee(
        id="",
        name=name,
        email=clean_name(_cell(row, columns.email)).replace(" ", ""),
        role=clean_name(_cell(row, columns.role)),
        license=clean_name(_cell(row, columns.license)),
    )


def _cell(row: Sequence[str], index: int | None) -> str:
    return row[index] if index is not None and index < len(row) else ""


def _by_heading(headers: Sequence[str], words: tuple[str, ...]) -> int | None:
    folded = [fold_name(header) for header in headers]
    return next((folded.index(word) for word in words if word in folded), None)


def _mail_column(rows: Sequence[Sequence[str]]) -> int | None:
    width = max((len(row) for row in rows[:20]), default=0)
    counts = [
        sum(bool(_MAIL.fullmatch(_cell(row, i).strip())) for row in rows[:20]) for i in range(width)
    ]
    return counts.index(max(counts)) if any(counts) else None


def _worded_columns(rows: Sequence[Sequence[str]], taken: set[int]) -> tuple[int, ...]:
    """The columns that hold letters and are nothing else."""
    width = max((len(row) for row in rows[:20]), default=0)
    return tuple(
        index
        for index in range(width)
        if index not in taken and any(c.isalpha() for row in rows[:20] for c in _cell(row, index))
    )


def _are_halves(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> bool:
    """Whether two columns without headings are first and last names: a word each, the second all different."""
    cells = [[_cell(row, index).strip() for row in rows] for index in columns]
    if len(cells) < 2 or not all(_WORD.fullmatch(cell) for column in cells for cell in column):
        return False
    return len(set(cells[1])) >= _NEARLY_ALL * len(cells[1])
