"""The front matter: what stands between the two ``---`` lines at the top of a deck."""

import re
from dataclasses import dataclass
from typing import get_args

import yaml

from imhtrainer.decks.attributes import read_number, suggest
from imhtrainer.decks.problem import Findings
from imhtrainer.domain.deck import Objective, Transition

FORMAT_VERSION = 1
"""The deck format this program reads."""

_FENCE = "---"
_WORDS = ("title", "subtitle", "audience", "lang", "theme", "article")
_KNOWN = ("trainer", "minutes", "objectives", "sources", "materials", "transition", *_WORDS)
_TRANSITIONS: tuple[Transition, ...] = get_args(Transition)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ID = re.compile(r"[^\W_][\w-]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The facts about a whole deck; ``end`` is the last line that belongs to it.

    ``newer`` says that the deck needs a newer program than this one.
    """

    title: str = ""
    subtitle: str = ""
    audience: str = ""
    lang: str = "en"
    theme: str = "dawn"
    minutes: float = 0.0
    article: str = ""
    objectives: tuple[Objective, ...] = ()
    sources: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    transition: Transition = "none"
    newer: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    node: yaml.Node
    line: int


def read_front_matter(lines: list[str], findings: Findings) -> FrontMatter:
    """The front matter of a deck's lines; whatever is wrong becomes a finding."""
    if not lines or lines[0].rstrip() != _FENCE:
        findings.add(
            1, "The deck has no front matter: begin with a line ---, then trainer: 1, title: ..."
        )
        return FrontMatter()
    end = next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() == _FENCE), 0)
    if not end:
        findings.add(1, "The front matter is not closed: end it with a line --- of its own.")
        return FrontMatter()
    entries = _read_entries("\n".join(lines[1 : end - 1]), findings)
    if entries is None:
        return FrontMatter(end=end)
    if _is_newer(entries.get("trainer"), findings):
        return FrontMatter(newer=True, end=end)
    words = {name: _word(entries[name], name, findings) for name in _WORDS if name in entries}
    _require(words, entries, findings)
    return FrontMatter(
        title=words.get("title", ""),
        subtitle=words.get("subtitle", ""),
        audience=words.get("audience", ""),
        article=words.get("article", ""),
        lang=words.get("lang") or "en",
        theme=words.get("theme") or "dawn",
        minutes=_minutes(entries.get("minutes"), findings),
        objectives=_objectives(entries.get("objectives"), findings),
        sources=_texts(entries.get("sources"), "source", findings),
        materials=_texts(entries.get("materials"), "material", findings),
        transition=_transition(entries.get("transition"), findings),
        end=end,
    )


def _read_entries(text: str, findings: Findings) -> dict[str, _Entry] | None:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        findings.add(mark.line + 2 if mark else 1, _yaml_message(error))
        return None
    except (yaml.YAMLError, RecursionError):
        findings.add(1, "The front matter cannot be read: write one “key: value” a line.")
        return None
    if not isinstance(root, yaml.MappingNode):
        findings.add(1, "The front matter is empty: write trainer: 1, title: ..., minutes: ...")
        return None
    entries: dict[str, _Entry] = {}
    for key, node in root.value:
        line, name = key.start_mark.line + 2, str(key.value)
        if name not in _KNOWN:
            findings.add(line, f"Unknown key “{name}” in the front matter: {suggest(name, _KNOWN)}")
        elif name in entries:
            findings.add(line, f"“{name}” is given twice in the front matter: keep one.")
        else:
            entries[name] = _Entry(node, line)
    return entries


def _yaml_message(error: yaml.MarkedYAMLError) -> str:
    if "mapping values are not allowed" in (error.problem or ""):
        return "A colon inside a text confuses the front matter: put the text in double quotes."
    return f"The front matter cannot be read here ({error.problem}): put texts in double quotes."


def _is_newer(entry: _Entry | None, findings: Findings) -> bool:
    if entry is None:
        findings.add(1, f"The front matter lacks “trainer: {FORMAT_VERSION}”: add that line.")
        return False
    value = _scalar(entry.node) or ""
    number = read_number(value)
    newer = number is not None and number > FORMAT_VERSION
    if newer:
        findings.add(
            entry.line,
            f"This deck needs a newer IMH Trainer: it is written in format {value}, "
            f"this program reads format {FORMAT_VERSION}. Update the program.",
        )
    elif number != FORMAT_VERSION:
        findings.add(
            entry.line, f"The deck format “{value}” is not known: write trainer: {FORMAT_VERSION}."
        )
    return newer


def _require(words: dict[str, str], entries: dict[str, _Entry], findings: Findings) -> None:
    if not words.get("title"):
        line = entries["title"].line if "title" in entries else 1
        findings.add(line, "The deck has no title: add “title: ...” to the front matter.")
    if "minutes" not in entries:
        findings.add(1, "The front matter lacks the training's length: add “minutes: 75”.")
    if "lang" in words and not _LANGUAGE.fullmatch(words["lang"]):
        findings.add(
            entries["lang"].line,
            f"“{words['lang']}” is not a language tag: write lang: en, es or pt-BR.",
        )


def _word(entry: _Entry, name: str, findings: Findings) -> str:
    value = _scalar(entry.node)
    if value is None:
        findings.add(entry.line, f"“{name}” must be one text, not a list.")
    return value or ""


def _minutes(entry: _Entry | None, findings: Findings) -> float:
    if entry is None:
        return 0.0
    number = read_number(_scalar(entry.node) or "")
    if number is None:
        findings.add(entry.line, "“minutes” must be a number above 0, such as minutes: 75.")
    return number or 0.0


def _transition(entry: _Entry | None, findings: Findings) -> Transition:
    if entry is None:
        return "none"
    wanted = _scalar(entry.node)
    for known in _TRANSITIONS:
        if wanted == known:
            return known
    findings.add(entry.line, f"“transition” is one of: {', '.join(_TRANSITIONS)}.")
    return "none"


def _objectives(entry: _Entry | None, findings: Findings) -> tuple[Objective, ...]:
    objectives: list[Objective] = []
    for node in _items(entry, "objectives", findings):
        line = node.start_mark.line + 2
        pair = node.value[0] if isinstance(node, yaml.MappingNode) and node.value else None
        text = _scalar(pair[1]) if pair else None
        if pair is None or len(node.value) != 1 or not text:
            findings.add(line, "An objective is “- id: What a participant can do afterwards”.")
        elif not _ID.fullmatch(str(pair[0].value)):
            findings.add(line, f"“{pair[0].value}” is no id: use letters, digits and hyphens.")
        elif any(known.id == pair[0].value for known in objectives):
            findings.add(line, f"The objective “{pair[0].value}” is given twice: rename one.")
        else:
            objectives.append(Objective(pair[0].value, text))
    return tuple(objectives)


def _texts(entry: _Entry | None, thing: str, findings: Findings) -> tuple[str, ...]:
    """A list of plain texts; ``thing`` is one of them, in the singular of its key."""
    texts: list[str] = []
    for node in _items(entry, f"{thing}s", findings):
        text = _scalar(node)
        if text:
            texts.append(text)
        else:
            line = node.start_mark.line + 2
            findings.add(line, f"A {thing} is one text: put it in double quotes.")
    return tuple(texts)


def _items(entry: _Entry | None, name: str, findings: Findings) -> list[yaml.Node]:
    if entry is None:
        return []
    if isinstance(entry.node, yaml.SequenceNode):
        return list(entry.node.value)
    findings.add(entry.line, f"“{name}” must be a list: one line “- ...” for each.")
    return []


def _scalar(node: yaml.Node) -> str | None:
    """The text of a scalar on one line; None for a list or a map."""
    return " ".join(str(node.value).split()) if isinstance(node, yaml.ScalarNode) else None
