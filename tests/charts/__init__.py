"""Native charts, from data to file."""
