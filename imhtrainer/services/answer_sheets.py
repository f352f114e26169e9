"""Answer sheets as a PDF, for a session that is prepared or for a deck alone."""

from pathlib import Path
from pkgutil import resolve_name

from imhtrainer.domain.certificate import Paper
from imhtrainer.domain.plan import Plan
from imhtrainer.layout.kit import Kit
from imhtrainer.layout.meta import DocumentMeta
from imhtrainer.services.exporting import Progress, write_pages
from imhtrainer.store.folder import APP_NAME


def write_answer_sheets(
    plan: Plan,
    place_line: str,
    count: int,
    paper: Paper,
    kit: Kit,
    out: Path,
    progress: Progress | None = None,
    author: str = "",
) -> None:
    """Write ``count`` numbered sheets, two to a page; the old file stays whole until the new one is.

    ``author`` is who holds the training; without one it is the program's work.
    Raises LayoutError where the training asks nothing, StoreError where the place refuses.
    """
    compose = resolve_name("imhtrainer.documents.answer_sheet:compose_answer_sheets")
    meta = DocumentMeta(
        f"Answer sheets: {plan.full_title}", author or APP_NAME, "Answer sheets", lang=plan.lang
    )
    write_pages(compose(plan, place_line, count, paper, kit), out, meta, progress)
