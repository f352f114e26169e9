"""What a training is: frozen values and pure functions, standard library only."""
