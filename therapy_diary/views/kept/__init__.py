"""What becomes of notes that are written: stars and tags, earlier versions, the bin."""
