"""How the weights of likeness and plausibility are learned; not needed to use a gazetteer."""
