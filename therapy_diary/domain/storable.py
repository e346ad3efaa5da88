"""Text as a diary can hold it."""


def without_nul(text: str) -> str:
    """The text without NUL characters, which neither SQLite nor most editors keep."""
    return text.replace("\0", "")


def storable(text: str) -> str:
    """The text as a diary can hold it: no NUL, and half of a surrogate pair, which no encoding knows, as U+FFFD."""
    if "\0" in text:
        text = without_nul(text)
    if text.isascii():  # known at once, and most are
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
