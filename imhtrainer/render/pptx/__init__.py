"""Pages as a PowerPoint file with real masters, layouts, placeholders, tables, charts and notes."""

from imhtrainer.render.pptx.presentation import Progress, write_pptx

__all__ = ["Progress", "write_pptx"]
