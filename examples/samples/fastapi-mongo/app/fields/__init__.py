"""What the properties of each resource may hold, and what a list of it can be asked for."""
