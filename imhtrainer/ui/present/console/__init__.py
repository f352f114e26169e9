"""The presenter console: its panes, bars and what wires them."""
