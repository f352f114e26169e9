"""The parts every window is put together from."""
