"""One command for everybody: python3 build_scripts/dev.py run | test | check | bench | setup.

This door is kept in words any old Python can read, so that an old one is told what it lacks instead of
stumbling over the syntax of the modules behind it.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Merchant Desk needs Python 3.11 or newer; this is Python %d.%d. "
        "Install a newer one and start this command with it." % tuple(sys.version_info[:2])
    )

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from build_scripts.dev_commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
