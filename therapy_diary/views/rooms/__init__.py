"""The rooms of the settings."""
