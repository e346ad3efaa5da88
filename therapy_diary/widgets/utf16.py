"""Places in a text as Qt counts them, in UTF-16 units: a character beyond the first 65,536 is two."""


def units_in(text: str) -> int:
    """How many units a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def part_of(text: str, start: int, length: int) -> str:
    """What stands there in a text, the place given in units."""
    units = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + length)]
    return units.decode("utf-16-le", "replace")


def split_at(text: str, unit: int) -> tuple[str, str]:
    """The text before and after that unit."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[: 2 * unit].decode("utf-16-le", "replace"), units[2 * unit :].decode("utf-16-le", "replace")
