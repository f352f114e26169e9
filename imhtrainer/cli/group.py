"""The command ``imhtrainer`` to which all others belong; alone it opens the window."""

import gc
from collections.abc import Mapping
from pkgutil import resolve_name

import click

from imhtrainer import __version__
from imhtrainer.display import load_window

COMMANDS: Mapping[str, str] = {
    "check": "decks:check",
    "export": "exports:export",
    "import": "imports:import_group",
    "print": "paper:print_deck",
    "answer-sheets": "decks:answer_sheets",
    "questions": "questions:questions",
    "certificates": "certificates:certificates",
    "correct": "corrections:correct",
    "revoke": "corrections:revoke",
    "sessions": "sessions:sessions",
    "session": "sessions:session",
    "person": "people:person",
    "rehearse": "rehearse:rehearse_command",
    "present": "present:present",
    "verify": "verify:verify",
}
"""Every command by its name, and where it is found below ``imhtrainer.cli``."""


class LateGroup(click.Group):
    """A group that loads a command when it is called: an export does not wait for the journal's database."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the alphabet."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        found: click.Command = resolve_name(f"imhtrainer.cli.{COMMANDS[cmd_name]}")
        _end_of_start()
        return found


def _end_of_start() -> None:
    """What was loaded stays to the end of the program; the collector need not look at it again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@click.group(
    cls=LateGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="IMH Trainer")
@click.pass_context
def commands(context: click.Context) -> None:
    """Run the workshop “Infant Mental Health – It Starts on Day 1”.

    Without a command the app opens its window. DECK is a deck's folder, its deck.md, or the name of a
    training that comes with the program, such as it-starts-on-day-1.
    """
    if context.invoked_subcommand is None:
        context.exit(load_window("imhtrainer.app:run_app")())
