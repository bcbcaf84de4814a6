"""How good a build is: by labels, and by what the model itself expects where there are none."""
