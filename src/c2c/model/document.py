"""What a source is: the document that facts come from."""

from c2c.model.base import Record, Slug, Url, Words
from c2c.model.text import Text
from c2c.model.when import Date


class Document(Record):
    """A file of data/sources/."""

    id: Slug | None = None
    """The file's name says it; it may be left out: `case-study`."""

    title: Text
    """What the document is called: `A case study`, `{da: Et casestudie, en: A case study}`."""

    author: Words | None = None
    """Who wrote it: `City of Lyon`."""

    publisher: Words | None = None
    """Who published it: `Lyon Gazette`."""

    published: Date | None = None
    """When it appeared: `2019-05`."""

    url: Url | None = None
    """Where it can be read: `https://example.org/case-study.pdf`."""

    language: Words | None = None
    """What language it is in: `en`."""

    note: Text | None = None
    """What else there is to say: `Pages 4 and 5 are missing.`."""
