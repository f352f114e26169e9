"""The program's own fonts, opened once for all layout tests."""

import pytest

from imhtrainer.layout.fonts import FontLibrary
from imhtrainer.resources import resource_path


@pytest.fixture(scope="session")
def fonts() -> FontLibrary:
    """The fonts that slides and paper are set in."""
    return FontLibrary(resource_path("fonts"))
