"""Pages as a PowerPoint file with real masters, layouts, placeholders, tables, charts and notes.

``house`` puts them on an organization's own template.
"""

from imhtrainer.render.pptx.presentation import Progress, write_pptx

__all__ = ["Progress", "write_pptx"]
