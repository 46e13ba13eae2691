"""What a source is: the document that facts come from."""

from c2c.model.base import Record, Slug, Url, Words
from c2c.model.text import Text
from c2c.model.when import Date


class Document(Record):
    """A file of data/sources/."""

    id: Slug | None = None
    title: Text
    author: Words | None = None
    publisher: Words | None = None
    published: Date | None = None
    url: Url | None = None
    language: Words | None = None
    note: Text | None = None
