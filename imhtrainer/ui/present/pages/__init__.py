"""The deck as pictures: which page is shown, painted, kept and displayed."""
