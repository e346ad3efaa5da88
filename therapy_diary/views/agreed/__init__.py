"""The pieces of the setting's page: what was agreed in words, its form, and what happened to it."""
