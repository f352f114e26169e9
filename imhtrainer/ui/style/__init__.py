"""How the windows look: colours, typefaces, icons and the one style sheet."""
