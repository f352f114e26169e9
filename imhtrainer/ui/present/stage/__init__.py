"""What the room sees: the audience window and the screen it stands on."""
