"""The co-facilitator's console over the room's server: routes that no attendee's phone can use."""
