"""An organization's own PowerPoint template: our slides on its master and layouts.

``reading.read_house`` opens one; it is reached only where a template is given.
"""

from imhtrainer.render.pptx.house.holders import House
from imhtrainer.render.pptx.house.style import HouseStyle, remarks_on

__all__ = ["House", "HouseStyle", "remarks_on"]
