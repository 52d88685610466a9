"""The mock systems on the screen: a look for each, the route of a value, the landscape."""
