"""Questions as the rows of a table: one row each, columns named in the first row."""

from collections.abc import Mapping, Sequence
from typing import cast, get_args

from imhtrainer.decks.interchange.item import MOST_CHOICES, Item, Reading
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.quiz import LETTERS, RATINGS, Choice, Kind, Phase, Question, signs

COLUMNS = (
    *("id", "type", "phase", "point", "objective", "shuffle", "question"),
    *(part for sign in "ABCDE" for part in (f"choice {sign}", f"feedback {sign}")),
    *("right", "explanation"),
)
"""The table's columns; a rating's five steps stand under A to E."""

_KINDS: tuple[Kind, ...] = get_args(Kind)
_PHASES: tuple[Phase, ...] = get_args(Phase)
_OTHER_NAMES = {
    "a": "choice a",
    "b": "choice b",
    "c": "choice c",
    "d": "choice d",
    "answer": "right",
    "correct": "right",
    "correct answer": "right",
    "text": "question",
    "kind": "type",
}


def write_rows(items: Sequence[Item]) -> list[list[str]]:
    """The table, its heading first."""
    return [list(COLUMNS), *(_row(item) for item in items)]


def read_rows(rows: Sequence[Sequence[str]], name: str) -> Reading:
    """Every question of a table; ``question`` and two choices with ``right`` are enough. Lines are rows."""
    findings = Findings(name)
    if not rows:
        findings.add(1, "The table is empty. Its first row names the columns.")
        return Reading((), findings.in_order())
    names = [_column(cell) for cell in rows[0]]
    if "question" not in names:
        findings.add(1, "No column is named “question”. The first row names the columns.")
        return Reading((), findings.in_order())
    items = []
    for line, row in enumerate(rows[1:], 2):
        cells = {key: " ".join(cell.split()) for key, cell in zip(names, row, strict=False)}
        if any(cells.values()):
            fault = _fault(cells)
            if fault:
                findings.add(line, f"Left out: {fault}")
            else:
                items.append(_item(cells, line))
    return Reading(tuple(items), findings.in_order())


def _row(item: Item) -> list[str]:
    question = item.question
    letters = LETTERS if question.kind == "order" else signs(question.kind)
    right = [sign for sign, c in zip(letters, question.choices, strict=False) if c.right]
    cells = [item.id, question.kind, question.phase, str(question.point or "")]
    cells += [question.objective, "yes" if question.shuffle else "", item.text]
    for place in range(len(RATINGS)):
        choice = question.choices[place] if place < len(question.choices) else None
        cells += [choice.text, choice.feedback] if choice else ["", ""]
    return [*cells, " ".join(right), question.explanation]


def _column(cell: str) -> str:
    name = " ".join(cell.strip().lower().replace("_", " ").split())
    return _OTHER_NAMES.get(name, name)


def _kind(cells: Mapping[str, str]) -> str:
    told = cells.get("type", "").lower()
    return told or ("multiple" if len(_right(cells)) > 1 else "single")


def _right(cells: Mapping[str, str]) -> set[str]:
    return set(cells.get("right", "").upper().replace(",", " ").replace(";", " ").split())


def _fault(cells: Mapping[str, str]) -> str:
    kind = _kind(cells)
    if not cells.get("question"):
        return "there is no question in this row."
    if kind not in _KINDS:
        return f"its type “{kind}” is not one of: {', '.join(_KINDS)}."
    if cells.get("phase", "") not in ("", *_PHASES):
        return f"its phase “{cells['phase']}” is not one of: {', '.join(_PHASES)}."
    if cells.get("point", "") not in ("", *RATINGS):
        return f"its point “{cells['point']}” is not one of the five points 1 to 5."
    if kind in ("single", "multiple", "truefalse"):
        return _key_fault(cells)
    return ""


def _key_fault(cells: Mapping[str, str]) -> str:
    letters = [letter for letter in "ABCDE" if cells.get(f"choice {letter.lower()}")]
    if not 2 <= len(letters) <= MOST_CHOICES or letters != list(LETTERS[: len(letters)]):
        return f"it needs 2 to {MOST_CHOICES} choices, in the columns choice A, choice B and so on."
    right = _right(cells)
    if not right or not right <= set(letters):
        return "the column “right” names none of its choices. Write a letter, such as B."
    return ""


def _item(cells: Mapping[str, str], line: int) -> Item:
    kind = cast(Kind, _kind(cells))
    question = Question(
        kind=kind,
        phase=cast(Phase, cells.get("phase") or "check"),
        point=int(cells.get("point") or 0),
        choices=_choices(cells, kind, line),
        explanation=cells.get("explanation", ""),
        line=line,
        objective=cells.get("objective", ""),
        shuffle=cells.get("shuffle", "").lower() in ("yes", "true", "1", "x"),
    )
    return Item(cells.get("id", ""), cells["question"], question)


def _choices(cells: Mapping[str, str], kind: Kind, line: int) -> tuple[Choice, ...]:
    right = _right(cells)
    letters = "ABCDE"
    texts = [cells.get(f"choice {letter.lower()}", "") for letter in letters]
    count = len(RATINGS) if kind == "rating" else sum(map(bool, texts))
    return tuple(
        Choice(text, letter in right, cells.get(f"feedback {letter.lower()}", ""), line)
        for letter, text in zip(letters[:count], texts, strict=False)
    )
