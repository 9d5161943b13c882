"""What stands where, in EMU: the closed vocabulary."""
