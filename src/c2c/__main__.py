"""`python -m c2c` is c2c."""

import sys

from c2c.cli import main

sys.exit(main())
