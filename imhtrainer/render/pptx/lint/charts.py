"""Rules about charts: their axes know each other, and PowerPoint finds their figures."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from imhtrainer.render.pptx.lint.opened import C, OpenedPackage

_AXES = (f"{C}catAx", f"{C}valAx", f"{C}dateAx", f"{C}serAx")
_LARGEST_ID = 2**32


def chart_faults(package: OpenedPackage) -> Iterator[str]:
    """What is wrong with the charts."""
    for name, tree in package.under("ppt/charts"):
        yield from _axes(name, tree)
        if not any(package.related(name, "package")):
            yield f"{name}: it has no workbook to edit its figures in"


def _axes(name: str, tree: etree._Element) -> Iterator[str]:
    axes = list(tree.iter(*_AXES))
    defined = Counter(_value(axis, "axId") for axis in axes)
    for key, count in defined.items():
        if count > 1:
            yield f"{name}: {count} axes have the id {key}"
        if not key.isdecimal() or int(key) >= _LARGEST_ID:
            yield f"{name}: the axis id {key} is no whole number above 0"
    used = {
        str(found.get("val")) for found in tree.iter(f"{C}axId") if found.getparent() not in axes
    }
    crossed = {_value(axis, "crossAx") for axis in axes}
    for key in sorted((used | crossed) - set(defined)):
        yield f"{name}: it uses the axis {key}, which is not there"
    for key in sorted(set(defined) - used):
        yield f"{name}: nothing is drawn on its axis {key}"


def _value(axis: etree._Element, name: str) -> str:
    found = axis.find(f"{C}{name}")
    return str(found.get("val")) if found is not None else ""
