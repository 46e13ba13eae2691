"""The JSON Schemas of the files of a workspace, made from the models: what an editor completes, explains and underlines."""

from c2c.export.schema.kinds import KINDS, Kind, schema, settings

__all__ = ["KINDS", "Kind", "schema", "settings"]
