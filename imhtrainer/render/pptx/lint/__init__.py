"""A written package is looked through before anybody gets it.

PowerPoint offers to repair files that every schema check finds sound; the rules here are the causes
that are known, and each says the part and what is wrong with it.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from imhtrainer.render.pptx.lint.charts import chart_faults
from imhtrainer.render.pptx.lint.opened import OpenedPackage, open_members, open_package
from imhtrainer.render.pptx.lint.parts import part_faults
from imhtrainer.render.pptx.lint.root import root_faults
from imhtrainer.render.pptx.lint.slides import slide_faults

__all__ = ["content_faults", "package_faults"]


def package_faults(file: BinaryIO) -> tuple[str, ...]:
    """Everything wrong with a package, as ``part: what is wrong``; empty where it is sound."""
    return tuple(_faults(open_package(file)))


def content_faults(members: Mapping[str, object]) -> tuple[str, ...]:
    """The same of a package that is not written yet; what is no ``bytes`` is only known to be there."""
    return tuple(_faults(open_members(members)))


def _faults(package: OpenedPackage) -> Iterator[str]:
    yield from package.broken
    if package.broken:
        return
    for rule in (part_faults, root_faults, slide_faults, chart_faults):
        yield from rule(package)
