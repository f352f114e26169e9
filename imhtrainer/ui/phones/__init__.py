"""Phones in the room, as the windows see them: the server beside the session, join card and step in Prepare."""
