"""What a written document says about itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """Title, author, subject, BCP 47 language and keywords of a PDF or PowerPoint file."""

    title: str
    author: str = ""
    subject: str = ""
    lang: str = "en"
    keywords: tuple[str, ...] = ()
