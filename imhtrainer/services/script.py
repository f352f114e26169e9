"""A session's script, read from the deck that its plan was made of."""

from pathlib import Path

from imhtrainer.domain.errors import TrainerError
from imhtrainer.domain.plan import Plan
from imhtrainer.domain.script import EMPTY_SCRIPT, Script, make_script
from imhtrainer.resources import slides_path
from imhtrainer.services.trainings import TrainingLibrary


def read_script(plan: Plan) -> Script:
    """The script of the plan's deck; empty where the deck is gone or can no longer be read.

    Nobody is kept from steering or answering because notes are missing.
    """
    try:
        return make_script(TrainingLibrary(slides_path()).load(Path(plan.folder)))
    except (TrainerError, OSError):
        return EMPTY_SCRIPT
