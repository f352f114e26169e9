"""Pages as PDF: vector shapes, small embedded fonts, and text that can be copied in every script."""

from imhtrainer.render.pdf.document import write_pdf

__all__ = ["write_pdf"]
