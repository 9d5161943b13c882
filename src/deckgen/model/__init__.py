"""What a talk says: typed records, no geometry, no design."""
