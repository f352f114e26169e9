"""What several commands take: decks, files, days."""

from pathlib import Path

import click

from imhtrainer.domain.errors import DeckError
from imhtrainer.resources import slides_path
from imhtrainer.services.trainings import TrainingLibrary


def find_deck(named: str) -> Path:
    """A deck's folder, its deck.md, or the name of a training that comes with the program."""
    try:
        return TrainingLibrary(slides_path()).find(named)
    except DeckError as error:
        raise click.BadParameter(str(error)) from error


def not_blank(_: click.Context, option: click.Parameter, text: str) -> str:
    """What was given for an option that must say something."""
    if not text.strip():
        raise click.BadParameter(
            "Write a name; a certificate without one is worth little.", param=option
        )
    return text.strip()


FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)
FOLDER = click.Path(path_type=Path, file_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])
