"""One table of tokens dresses every window: colours, sizes of type and corners stand nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from imhtrainer import ui
from imhtrainer.layout.theme import Theme, load_theme
from imhtrainer.ui.guardian import cover
from imhtrainer.ui.style.sheet import style_sheet

FOLDER = Path(ui.__path__[0])
COLOURS_ELSEWHERE = {
    "guardian/cover.py": "stands without the program's files, so that nothing can keep it from the screen",
    "present/stage/audience.py": "black is no colour of ours: the projector is dark there",
    "present/pages/picture_view.py": "a veil of black takes light away and tints nothing",
    "present/media/layer.py": "the same veil over a film that runs on the console",
    "present/join/helper_box.py": "a code to scan is dark on white in both schemes",
}
SIZES_ELSEWHERE = {
    "guardian/cover.py": "words over a projector's picture, read from the back of the room",
}
HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}")


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme("dawn")


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(FOLDER.rglob("*.py")):
        yield path.relative_to(FOLDER).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in names:
                yield node


def numbers(arguments: list[ast.expr]) -> list[float]:
    values = [each.value for each in arguments if isinstance(each, ast.Constant)]
    return [value for value in values if isinstance(value, int | float)]


def colours(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from HEX.findall(node.value) if HEX.fullmatch(node.value.strip()) else ()
    for call in calls(tree, "QColor"):
        if any(isinstance(each, ast.Constant) for each in call.args):
            yield ast.unparse(call)


def test_colours_stand_in_the_table_only() -> None:
    found = {name: sorted(colours(tree)) for name, tree in sources()}
    odd = {name: told for name, told in found.items() if told}
    assert odd.keys() == COLOURS_ELSEWHERE.keys(), odd


def test_type_has_the_tables_sizes_only(theme: Theme) -> None:
    odd = [
        f"{name}: {ast.unparse(call)}"
        for name, tree in sources()
        if name not in SIZES_ELSEWHERE
        for call in calls(tree, "setPixelSize", "_font")
        if set(numbers(call.args[:1])) - set(theme.windows.values())
    ]
    assert odd == []


def test_corners_have_the_tables_radii_only(theme: Theme) -> None:
    odd = [
        f"{name}: {ast.unparse(call)}"
        for name, tree in sources()
        for call in calls(tree, "drawRoundedRect", "addRoundedRect")
        if set(numbers(call.args[-2:])) - set(theme.radii.values())
    ]
    assert odd == []


@pytest.mark.parametrize("dark", [False, True])
def test_the_sheet_says_only_what_the_table_says(theme: Theme, dark: bool) -> None:
    sheet = style_sheet(theme, dark)
    types = {int(each) for each in re.findall(r"font-size: (\d+)px", sheet)}
    corners = {int(each) for each in re.findall(r"border-radius: (\d+)px", sheet)}
    assert types == set(theme.windows.values())
    assert corners - {0} <= set(theme.radii.values())


def test_the_guardians_page_wears_the_tables_colours(theme: Theme) -> None:
    assert cover.PAPER.name().upper() == theme.light["paper"]
    assert cover.INK.name().upper() == theme.light["ink"]
