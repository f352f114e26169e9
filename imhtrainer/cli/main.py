"""Runs a command and ends the program. Errors are one line on stderr."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from imhtrainer.cli.group import commands
from imhtrainer.domain.errors import TrainerError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the program: 0 done, 1 failed, 2 not understood."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A name in letters that an old terminal does not have must not end the program.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(arguments, prog_name="imhtrainer", standalone_mode=False)
    except click.ClickException as error:
        fail(error.format_message(), error.exit_code)
    except click.Abort:
        fail("Stopped.", 1)
    except (TrainerError, OSError) as error:
        fail(str(error), 1)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def fail(message: str, code: int) -> None:
    """Say one line on stderr and end the program."""
    click.echo(f"imhtrainer: {' '.join(message.split())}", err=True)
    sys.exit(code)
