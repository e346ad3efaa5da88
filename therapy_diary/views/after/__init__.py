"""The parts of the form after a session, each a card that keeps what it is given."""
