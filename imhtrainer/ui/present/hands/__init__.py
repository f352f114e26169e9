"""The facilitator's hands on the slide: pointer, spotlight, pens, zoom, by mouse or graphics tablet."""
