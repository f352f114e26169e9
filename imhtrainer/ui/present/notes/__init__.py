"""The facilitator’s notes beside the slide."""
