"""From a folder of plain files to a pack: every fault is named with its file, line and remedy."""
