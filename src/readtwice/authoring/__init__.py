"""Floor 8: make, check and compile a pack; generate exercises from solutions."""

from readtwice.authoring.check_pack import Checked, check_folder

__all__ = ["Checked", "check_folder"]
