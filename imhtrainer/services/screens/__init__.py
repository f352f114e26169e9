"""Which window stands on which screen while a training is presented, decided without Qt."""
