"""c2c new: a new record, in a file of its own or in the list where it belongs, in the form of its neighbours."""

from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperCommand, TyperOption

from c2c.cli.completion import actions, efforts, ideas, ids
from c2c.cli.new.kinds import KINDS, Kind
from c2c.cli.options import Root, say_commands, workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click.core import Context, Parameter

_GIVEN = "c2c.new.given"
"""Under which name the options that the model gives are handed on."""

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")]
_COMPLETIONS = {"like": actions, "idea": ideas, "effort": efforts}
new_app = typer.Typer(
    help="Add a city, a partnership, an action and so on.",
    callback=say_commands,
    invoke_without_command=True,
    suggest_commands=False,
    add_completion=False,
    rich_markup_mode=None,
)


def _offered(key: str) -> "Callable[[typer.Context, list[str], str], list[str]] | None":
    """What the shell completes for a field, if there is something."""
    complete = _COMPLETIONS.get(key)
    return None if complete is None else lambda context, _, incomplete: complete(context, incomplete)


class RecordCommand(TyperCommand):
    """A command whose options are the fields of a model. They are worked out when somebody asks for them."""

    _params: "list[Parameter]"
    _is_whole: bool

    @cached_property
    def kind(self) -> Kind:
        """What it makes."""
        return next(kind for kind in KINDS if kind.name == self.name)

    @cached_property
    def fields(self) -> "list[Parameter]":
        """An option for each field."""
        from c2c.cli.new.fields import fields

        return [
            TyperOption(
                param_decls=[field.key, f"--{field.option}"],
                metavar=field.metavar,
                help=f"{field.help}{'  [required]' if field.is_required else ''}",
                autocompletion=_offered(field.key),
                multiple=True,
                type=str,
            )
            for field in fields(self.kind)
        ]

    @property
    def params(self) -> "list[Parameter]":
        """The arguments and options, always the same list: the model's behind the own arguments."""
        if not self._is_whole:
            self._is_whole = True
            arguments = [each for each in self._params if each.param_type_name == "argument"]
            self._params[:] = [
                *arguments,
                *self.fields,
                *(each for each in self._params if each not in arguments),
            ]
        return self._params

    @params.setter
    def params(self, own: "list[Parameter]") -> None:
        self._params, self._is_whole = own, False

    def invoke(self, ctx: "Context") -> object:
        """Run the command, with what was given for the fields beside its own parameters."""
        given = {str(field.name): ctx.params.pop(str(field.name)) for field in self.fields}
        ctx.meta[_GIVEN] = {name: list(values) for name, values in given.items() if values}
        return super().invoke(ctx)


def _file(context: typer.Context, dry_run: DryRun = False, root: Root = None) -> None:
    from c2c.cli.new.making import make_file

    make_file(workspace(context, root), _kind(context), context.meta[_GIVEN], dry_run)


def _item(
    context: typer.Context,
    place: Annotated[
        str,
        typer.Argument(metavar="ID", help="The partnership or the city that has it.", autocompletion=ids()),
    ],
    dry_run: DryRun = False,
    root: Root = None,
) -> None:
    from c2c.cli.new.making import make_item

    make_item(workspace(context, root), _kind(context), place, context.meta[_GIVEN], dry_run)


def _kind(context: typer.Context) -> Kind:
    assert isinstance(context.command, RecordCommand)
    return context.command.kind


for kind in KINDS:
    new_app.command(kind.name, cls=RecordCommand, help=kind.help)(_item if kind.list else _file)
