"""Messages in QGIS's message bar, which has one line: what does not fit is behind its button *Show more*."""

from __future__ import annotations

import re

from qgis.core import Qgis

#: So many characters, title included, fit into the bar of a window of usual width.
ROOM = 110

_SENTENCE = re.compile(r"(?<=\.)\s+(?=\S)")


def push_message(iface, title: str, words: str, level=Qgis.MessageLevel.Info, duration: int = -1) -> None:
    """Says something in the message bar; seconds of `duration` as `QgsMessageBar.pushMessage` has them."""
    words = str(words)
    shown, more = split_words(words, ROOM - len(title))
    bar = iface.messageBar()
    # a link would be cut in the middle, and is plain text behind the button
    if more and "<a " not in words:
        bar.pushMessage(title, shown, more, level, duration)
    else:
        bar.pushMessage(title, words, level, duration)


def split_words(words: str, room: int) -> tuple[str, str]:
    """What is said at once, whole sentences where that can be, and the rest; no rest where all of it fits."""
    if len(words) <= room:
        return words, ""
    parts = _SENTENCE.split(words)
    shown = parts[0]
    place = 1
    while place < len(parts) and len(shown) + 1 + len(parts[place]) <= room:
        shown += " " + parts[place]
        place += 1
    if len(shown) <= room and place < len(parts):
        return shown, " ".join(parts[place:])
    cut = words[:room].rsplit(" ", 1)[0].rstrip(",;:")
    return f"{cut} …", words
