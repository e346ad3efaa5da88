"""What the window consists of beside its pages."""
