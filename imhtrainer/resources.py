"""Where the fonts, themes, icons and the trainings themselves lie.

An installed wheel carries them inside the package; a checkout has them beside it.
"""

from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The path of a file or folder under ``resources``."""
    return _data_folder("resources").joinpath(*parts)


def slides_path() -> Path:
    """The folder of the trainings that come with the program."""
    return _data_folder("slides")


def _data_folder(name: str) -> Path:
    package = Path(__file__).parent
    carried = package / "data" / name
    return carried if carried.is_dir() else package.parent / name
