"""What only some systems have."""

from __future__ import annotations

import os

import pytest

on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no pipes with names, no fork and no /bin/sh")
