"""The guidebook: steps, loops, criteria, factors and the rest, as data that ships with c2c and a workspace may add to."""
