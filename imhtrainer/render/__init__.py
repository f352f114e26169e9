"""A page in each medium: siblings that draw what they are given and do not know each other."""
