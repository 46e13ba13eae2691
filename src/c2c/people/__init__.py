"""People and helix: who speaks for whom, who takes part at which step, and who gives and takes."""
