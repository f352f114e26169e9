"""Which layout a slide has, and what each layout can show."""

from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from imhtrainer.domain.deck import (
    Activity,
    Block,
    Build,
    Column,
    Layout,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Slide,
    Table,
    plain,
)

LAYOUTS: tuple[str, ...] = get_args(Layout)
BUILDS: tuple[str, ...] = tuple(build for build in get_args(Build) if build)

Fault = tuple[int, str]
"""A line and what is wrong with it."""

_NAMES: dict[type, str] = {
    Paragraph: "paragraph",
    ListBlock: "list",
    Table: "table",
    Quote: "quote",
    Picture: "picture",
    Column: "column ::: left or ::: right",
    Activity: "block ::: activity",
}
_ANY = 1000
_ROOM: dict[str, dict[type, tuple[int, int]]] = {
    "title": {Picture: (0, 1)},
    "section": {Paragraph: (0, 1)},
    "text": {Paragraph: (0, _ANY), ListBlock: (0, 1)},
    "columns": {Column: (2, 2)},
    "picture": {Paragraph: (0, _ANY), ListBlock: (0, 1), Picture: (1, 1)},
    "quote": {Quote: (1, 1)},
    "table": {Table: (1, 1), Paragraph: (0, 1)},
    "diagram": {ListBlock: (1, 1)},
    "checkpoint": {},
    "activity": {Activity: (1, 1)},
    "resources": {Paragraph: (0, 1), ListBlock: (1, 1)},
    "closing": {Paragraph: (0, _ANY), ListBlock: (0, 1), Picture: (0, 1)},
}
_DIAGRAM_ITEMS, _MOST_RESOURCES, _MOST_STEPS = 5, 6, 4


def infer_layout(blocks: Sequence[Block]) -> Layout:
    """The layout of a slide that names none, from the blocks on it."""
    kinds = {type(block) for block in blocks}
    if Activity in kinds:
        return "activity"
    if Picture in kinds:
        return "picture"
    if Column in kinds:
        return "columns"
    return "table" if Table in kinds else "text"


def faults_of(slide: Slide) -> Iterator[Fault]:
    """Everything on a slide that its layout cannot show, or that it lacks."""
    yield from _count_faults(slide)
    for block in slide.blocks:
        if isinstance(block, Column):
            yield from _column_faults(block)
        if isinstance(block, Activity):
            yield from _activity_faults(block)
        if isinstance(block, Paragraph) and block.head:
            yield block.line, "A ### heading stands only at the top of a column: remove it."
    rule = _OWN_RULES.get(slide.layout)
    if rule:
        yield from rule(slide)
    yield from _build_faults(slide)


def _count_faults(slide: Slide) -> Iterator[Fault]:
    room = _ROOM[slide.layout]
    found: dict[type, int] = {}
    for block in slide.blocks:
        kind = type(block)
        found[kind] = found.get(kind, 0) + 1
        most = room.get(kind, (0, 0))[1]
        if most == 0:
            yield block.line, f"Layout {slide.layout} cannot show a {_NAMES[kind]}: move it."
        elif found[kind] == most + 1:
            yield (
                block.line,
                f"Layout {slide.layout} shows {most} {_NAMES[kind]} at most: move this.",
            )
    for kind, (least, _) in room.items():
        if found.get(kind, 0) < least:
            yield slide.line, f"Layout {slide.layout} needs a {_NAMES[kind]}: add it."


def _column_faults(column: Column) -> Iterator[Fault]:
    kinds = [type(block) for block in column.blocks]
    for index, block in enumerate(column.blocks):
        if not isinstance(block, Paragraph | ListBlock | Picture):
            yield block.line, f"A column cannot show a {_NAMES[type(block)]}."
        elif isinstance(block, Paragraph) and block.head and index:
            yield block.line, "A column has one heading, at its top."
    if kinds.count(ListBlock) + kinds.count(Picture) > 1:
        yield column.line, "A column shows one list or one picture, not both."
    if not column.blocks:
        yield column.line, f"The {column.side} column is empty: write its text."


def _activity_faults(activity: Activity) -> Iterator[Fault]:
    if not 1 <= len(activity.steps) <= _MOST_STEPS:
        count = len(activity.steps)
        yield activity.line, f"An activity has 1 to 4 numbered steps, this one has {count}."
    if not activity.choice:
        yield activity.line, "The activity offers no way to pass: end it with a paragraph."


def _build_faults(slide: Slide) -> Iterator[Fault]:
    if slide.build and not (slide.steps and slide.question is None):
        what = "a list" if slide.build == "list" else "layout diagram, columns or table"
        yield slide.line, f"build={slide.build} needs {what}: nothing here would be revealed."


def _text_rule(slide: Slide) -> Iterator[Fault]:
    if not any(isinstance(block, Paragraph | ListBlock) for block in slide.blocks):
        yield slide.line, f"Layout {slide.layout} needs a paragraph or a list: add one."


def _columns_rule(slide: Slide) -> Iterator[Fault]:
    sides = [block.side for block in slide.blocks if isinstance(block, Column)]
    for side in ("left", "right"):
        if sides and sides.count(side) != 1:
            yield (
                slide.line,
                f"Layout columns needs “::: {side}” once, not {sides.count(side)}x.",
            )


def _table_rule(slide: Slide) -> Iterator[Fault]:
    for block in slide.blocks[:1]:
        if isinstance(block, Paragraph):
            yield block.line, "The paragraph of a table slide stands below the table."


def _diagram_rule(slide: Slide) -> Iterator[Fault]:
    for block in slide.blocks:
        if isinstance(block, ListBlock) and (
            not block.ordered or len(block.items) != _DIAGRAM_ITEMS
        ):
            message = "A diagram is a numbered list of five: baby, serve, wait, return, you."
            yield block.line, message


def _resources_rule(slide: Slide) -> Iterator[Fault]:
    for index, block in enumerate(slide.blocks):
        if isinstance(block, Paragraph) and index:
            yield block.line, "The paragraph of a resources slide stands above the list."
        if isinstance(block, ListBlock):
            yield from _resource_faults(block)


def _resource_faults(block: ListBlock) -> Iterator[Fault]:
    if len(block.items) > _MOST_RESOURCES:
        yield block.line, "A resources slide shows six entries: put the rest on another slide."
    for item in block.items:
        if item and not (item[0].bold and plain(item[1:]).strip()):
            name = plain(item)[:30]
            yield block.line, f"The entry “{name}” must be **number** name, then its note below."


_OWN_RULES: dict[str, Callable[[Slide], Iterator[Fault]]] = {
    "text": _text_rule,
    "picture": _text_rule,
    "closing": _text_rule,
    "columns": _columns_rule,
    "table": _table_rule,
    "diagram": _diagram_rule,
    "resources": _resources_rule,
}
