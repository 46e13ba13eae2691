"""An edit: text → text. It changes the lines that it must and no other byte, and is proved by reading the result back.

Nothing here touches a file. What cannot be done so that exactly the wanted change comes out is refused, with a reason.
"""

from c2c.edit.adding import with_item, with_key
from c2c.edit.changing import with_value, without
from c2c.edit.form import Item, Value, document, plain, scalar
from c2c.edit.formatting import formatted
from c2c.edit.proof import Refused

__all__ = [
    "Item",
    "Refused",
    "Value",
    "document",
    "formatted",
    "plain",
    "scalar",
    "with_item",
    "with_key",
    "with_value",
    "without",
]
