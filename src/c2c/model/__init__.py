"""What a city, a partnership, an action *is*: pydantic models over the plain data of a file."""

import os

# What other packages plug into pydantic must not see or change our data; and looking for plug-ins reads the metadata
# of every installed package, which takes longer than reading a partnership.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
