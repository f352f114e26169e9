"""The command ``imhtrainer`` to which all others belong; alone it opens the window."""

import click

from imhtrainer import __version__
from imhtrainer.display import load_window


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="IMH Trainer")
@click.pass_context
def commands(context: click.Context) -> None:
    """Run the workshop “Infant Mental Health – It Starts on Day 1”.

    Without a command the app opens its window. DECK is a deck's folder, its deck.md, or the name of a
    training that comes with the program, such as it-starts-on-day-1.
    """
    if context.invoked_subcommand is None:
        context.exit(load_window("imhtrainer.app:run_app")())
