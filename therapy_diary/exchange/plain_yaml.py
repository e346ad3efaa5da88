"""YAML as texts, lists and maps and nothing else: whatever type a document names, no code runs and nothing is guessed."""

from typing import Any

LARGEST = 8 * 1024 * 1024


class BadYaml(ValueError):
    """No YAML, or nested too deep."""


def read_yaml(text: str) -> Any:
    """What a document holds; every single value is a text. Raises BadYaml."""
    import yaml

    if len(text) > LARGEST:
        raise BadYaml("too large")
    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - makes only texts
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError) as error:
        raise BadYaml(type(error).__name__) from error
