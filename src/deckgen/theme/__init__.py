"""How a brand looks."""
