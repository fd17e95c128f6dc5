"""Make the syllable counts that readability reads: `python -m readtwice.authoring.make_syllables index.js`.

`index.js` comes from the npm package cmu-pronouncing-dictionary (3.0.0), which carries the data of CMUdict. It is not
committed; what is made of it is. A word's count is the number of vowels in its first pronunciation. Only words stay in
for which pyphen's hyphenation counts something else, since that is asked for all others.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from readtwice.reading.syllables import STORED, hyphenated, packed
from readtwice.words import say

_ENTRY = re.compile(r"""^\s*(?:"(?P<quoted>[^"]+)"|(?P<bare>[\w']+)): "(?P<phones>[A-Z0-9 ]+)(?:#.*)?",?$""")


def counts_in(lines: Iterable[str]) -> dict[str, int]:
    """Each word of one run of letters and its syllables; words with a point or a hyphen are never looked up."""
    counts: dict[str, int] = {}
    for line in lines:
        if (entry := _ENTRY.match(line)) is None:
            continue
        word = entry["quoted"] or entry["bare"]
        if re.fullmatch("[a-z']+", word):
            counts[word] = sum(phone[-1].isdigit() for phone in entry["phones"].split())
    return counts


def exceptions(counts: Mapping[str, int]) -> dict[str, int]:
    """The words that hyphenation counts differently."""
    return {word: count for word, count in counts.items() if hyphenated(word) != count}


def main(arguments: list[str]) -> int:
    """Write the file that is shipped. Returns 1, with a sentence, where the source is not what it should be."""
    if len(arguments) != 1:
        print(say("command.syllables.where"), file=sys.stderr)
        return 1
    counts = counts_in(Path(arguments[0]).read_text(encoding="utf-8").splitlines())
    if len(counts) < 100_000:
        print(say("command.syllables.too_few", file=arguments[0], words=len(counts)), file=sys.stderr)
        return 1
    shipped = exceptions(counts)
    stored = packed(shipped)
    STORED.write_bytes(stored)
    print(say("command.syllables.written", read=len(counts), kept=len(shipped), bytes=len(stored)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
