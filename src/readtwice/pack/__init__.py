"""Floor 2: a folder of plain files to items, sources, glossary and ledger; its validator; its compiled form."""

from readtwice.pack.compiled import PackError, compiled, load_pack, load_pack_file
from readtwice.pack.item import FIELDS, VERDICTS, Item, Quote
from readtwice.pack.pack import Pack

__all__ = [
    "FIELDS",
    "VERDICTS",
    "Item",
    "Pack",
    "PackError",
    "Quote",
    "compiled",
    "load_pack",
    "load_pack_file",
]
