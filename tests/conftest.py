"""Settings that every test runs under."""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

# Kernels and servers started by tests inherit this, so no test ever writes into, or reads, a learner's own my-work/.
# It is set on import, before the first notebook or widget is touched. The folder goes when the session ends.
_RECORDS = tempfile.TemporaryDirectory(prefix="readtwice-records-")
os.environ["READTWICE_RECORD_DIR"] = _RECORDS.name

# Shared machines are slow now and then; a test that fails only there tells nothing about the code.
settings.register_profile("readtwice", deadline=None)
settings.load_profile("readtwice")
