"""Pages as a PowerPoint file with real masters, layouts, placeholders, tables, charts and notes."""

from imhtrainer.render.pptx.house import House, remarks_on
from imhtrainer.render.pptx.presentation import Progress, write_pptx

__all__ = ["House", "Progress", "remarks_on", "write_pptx"]
