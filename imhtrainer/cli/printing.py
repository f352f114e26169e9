"""How commands print."""

import json
import sys

import click


def print_json(record: object) -> None:
    """Readable JSON; letters are escaped only where the terminal cannot show them."""
    unicode_ready = (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(record, ensure_ascii=not unicode_ready, indent=2))
