"""Floor 2: a folder of plain files to items, sources, glossary and ledger; its validator; its compiled form.

All is imported when it is first named: the first cell of a page asks only which packs there are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readtwice.pack.compiled import PackError, load_pack, load_pack_file
    from readtwice.pack.item import FIELDS, VERDICTS, Item, Quote
    from readtwice.pack.pack import Pack

_LATER = {
    "compiled": ("PackError", "load_pack", "load_pack_file"),
    "item": ("FIELDS", "VERDICTS", "Item", "Quote"),
    "pack": ("Pack",),
}

__all__ = [
    "FIELDS",
    "VERDICTS",
    "Item",
    "Pack",
    "PackError",
    "Quote",
    "load_pack",
    "load_pack_file",
]


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"readtwice.pack.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
