"""Text to nodes to records, each with its place in a file."""
