"""YAML as texts, lists and maps and nothing else: whatever type a document names, no code runs and nothing is guessed."""

from typing import Any

LARGEST = 8 * 1024 * 1024
MOST_THINGS = 500_000


class BadYaml(ValueError):
    """No YAML, or nested too deep."""


def read_yaml(text: str) -> Any:
    """What a document holds; every single value is a text. Raises BadYaml."""
    import yaml

    if len(text) > LARGEST:
        raise BadYaml("too large")
    try:
        held = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - makes only texts
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, AttributeError) as error:
        raise BadYaml(type(error).__name__) from error
    _check_size(held)
    return held


def _check_size(held: Any) -> None:
    """Refuse what is short only because it refers to itself again and again. Raises BadYaml."""
    waiting, things, characters = [held], 0, 0
    while waiting:
        it = waiting.pop()
        things += 1
        if isinstance(it, dict):
            waiting += it.keys()
            waiting += it.values()
        elif isinstance(it, list):
            waiting += it
        elif isinstance(it, str):
            characters += len(it)
        if things > MOST_THINGS or characters > 2 * LARGEST or len(waiting) > MOST_THINGS:
            raise BadYaml("grows too far")
