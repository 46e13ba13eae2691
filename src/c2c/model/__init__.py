"""What a city, a partnership, an action *is*: pydantic models over the plain data of a file."""

import os
import sys
from types import ModuleType
from typing import Final

_LOADER: Final = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands for pydantic's module that looks for plug-ins; for anything but that, the module itself is loaded."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """None."""
        return ()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        from importlib import import_module

        del sys.modules[_LOADER]
        return getattr(import_module(_LOADER), name)


# What other packages plug into pydantic must not see or change our data. To look for plug-ins reads the metadata of every
# installed package, and only to import what could look takes as long as reading twenty partnerships: see docs/benchmarks.md.
if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
    sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))
