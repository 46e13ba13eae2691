"""The one thing that can go wrong with a date: it cannot be read, and somebody has to be told why."""

_SHOWN = 60  # characters of the text that a message repeats; more hides the reason


class NotEdtf(ValueError):
    """A text is no date: `text` is the piece that is wrong, `reason` says why or what to write instead."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason = reason

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= _SHOWN else self.text[: _SHOWN - 1] + "…"
        # repr escapes control and bidi characters: the message ends up in terminals and logs
        return f"{shown!r} is no date: {self.reason}"
