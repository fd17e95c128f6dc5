"""`python -m readtwice.cli`, for where the command itself is not on the path."""

import sys

from readtwice.cli.main import main

sys.exit(main())
