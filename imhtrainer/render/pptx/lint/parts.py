"""Rules about parts: every part is declared, led to and there; nothing is declared that is not."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree

from imhtrainer.render.pptx.lint.opened import CONTENT_TYPES, OpenedPackage, R

_OUTSIDE = ("http://", "https://", "mailto:", "tel:")


def part_faults(package: OpenedPackage) -> Iterator[str]:
    """What is wrong with content types, relationships and references to them."""
    yield from _content_types(package)
    yield from _dangling(package)
    yield from _unreachable(package)
    yield from _references(package)


def _content_types(package: OpenedPackage) -> Iterator[str]:
    types = package.trees.get(CONTENT_TYPES)
    if types is None:
        yield f"{CONTENT_TYPES}: it is missing"
        return
    overrides = [str(found.get("PartName")) for found in types if found.get("PartName")]
    endings = {str(found.get("Extension")).lower() for found in types if found.get("Extension")}
    there, declared = {f"/{name}" for name in package.names}, set(overrides)
    for name, count in Counter(override.lower() for override in overrides).items():
        if count > 1:
            yield f"{CONTENT_TYPES}: {name} is declared {count} times"
    for name in overrides:
        if name not in there:
            yield f"{CONTENT_TYPES}: {name} is declared but not in the file"
    for name in package.names:
        typed = f"/{name}" in declared or name.rpartition(".")[2].lower() in endings
        if name != CONTENT_TYPES and not typed:
            yield f"{name}: it has no content type"
        if name.endswith(".xml") and name != CONTENT_TYPES and f"/{name}" not in declared:
            yield f"{name}: it is declared as plain XML only"


def _dangling(package: OpenedPackage) -> Iterator[str]:
    there = set(package.names)
    for owner, relations in package.relations.items():
        for key, relation in relations.items():
            if relation.outside:
                if not relation.target.lower().startswith(_OUTSIDE):
                    yield f"{owner}: {key} leads outside to {relation.target}"
            elif relation.target not in there:
                yield f"{owner}: {key} leads to {relation.target}, which is not in the file"


def _unreachable(package: OpenedPackage) -> Iterator[str]:
    reached, waiting = set[str](), [""]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        leads = package.relations.get(name, {}).values()
        waiting += [relation.target for relation in leads if not relation.outside]
    for name in package.names:
        if name not in reached and name != CONTENT_TYPES and not name.endswith(".rels"):
            yield f"{name}: no relationship leads to it"


def _references(package: OpenedPackage) -> Iterator[str]:
    """Every attribute that names a relationship names one that there is."""
    named = etree.XPath(f"//@*[namespace-uri() = '{R[1:-1]}']", smart_strings=False)
    for name, tree in package.trees.items():
        if name.endswith(".rels"):
            continue
        known = package.relations.get(name, {})
        for value in cast(list[str], named(tree)):
            if value and value not in known:
                yield f"{name}: it uses the relationship {value}, which it does not have"
