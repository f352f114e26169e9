"""Every sentence of the windows can be translated, and a translation is shown."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import imhtrainer
from imhtrainer.app import load_words
from imhtrainer.ui.wording import greeting
from tests.ui.conftest import StandingClock

PACKAGE = Path(imhtrainer.__file__).parent
UI = PACKAGE / "ui"


def run_tool(name: str, *arguments: str) -> None:
    tool = Path(sys.executable).parent / f"pyside6-{name}"
    subprocess.run([tool, *arguments], capture_output=True, check=True, timeout=60)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lupdate finds in the windows."""
    path = tmp_path_factory.mktemp("words") / "imhtrainer_es.ts"
    run_tool("lupdate", "-extensions", "py", str(UI), "-ts", str(path))
    return path


def messages(path: Path) -> set[tuple[str, str]]:
    contexts = ElementTree.parse(path).getroot().findall("context")
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.findall("message")
    }


def sentences(node: ast.AST, context: str = "") -> Iterator[tuple[str, ast.expr]]:
    """Every text given to be translated, with the context it is looked up in."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.ClassDef(name=name):
                yield from sentences(child, name)
                continue
            case ast.Call(func=ast.Attribute(attr="tr"), args=[text, *_]):
                yield context, text
            case ast.Call(
                func=ast.Name(id="translate") | ast.Attribute(attr="translate"),
                args=[ast.Constant(value=str(named)), text, *_],
            ):
                yield named, text
        yield from sentences(child, context)


def test_every_sentence_of_the_windows_reaches_who_translates_it(found: Path) -> None:
    known = messages(found)
    given = [
        (path.name, context, text)
        for path in UI.rglob("*.py")
        for context, text in sentences(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert len(given) > 500
    lost = [
        (name, context, ast.unparse(text))
        for name, context, text in given
        if not isinstance(text, ast.Constant) or (context, text.value) not in known
    ]
    assert lost == []


def test_our_words_come_in_the_persons_language(
    qapp: QApplication, found: Path, tmp_path: Path, standing_clock: StandingClock
) -> None:
    spanish = {"Good morning": "Buenos días"}
    tree = ElementTree.parse(found)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        said = spanish.get(message.findtext("source", ""))
        if translation is not None and said is not None:
            translation.text = said
            translation.attrib.pop("type")
    tree.write(tmp_path / "imhtrainer_es.ts", encoding="utf-8")
    compiled = tmp_path / "imhtrainer_es.qm"
    run_tool("lrelease", str(tmp_path / "imhtrainer_es.ts"), "-qm", str(compiled))
    before = set(qapp.findChildren(QTranslator))
    load_words(qapp, QLocale("es-US"), tmp_path)
    try:
        assert greeting("Marisol Vega", standing_clock()) == "Buenos días, Marisol"
    finally:
        for translator in set(qapp.findChildren(QTranslator)) - before:
            qapp.removeTranslator(translator)
            translator.deleteLater()
    assert greeting("Marisol Vega", standing_clock()) == "Good morning, Marisol"
