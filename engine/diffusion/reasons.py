"""What the libraries say about an error, short enough to stand in a sentence of ours."""

_LONGEST = 300


def first_line(error: Exception) -> str:
    """Return the first line of an error's message without its full stop; the error's name where it says nothing."""
    text = str(error).strip()
    return text.splitlines()[0].rstrip(".:")[:_LONGEST] if text else type(error).__name__
