"""Built-in templates, compiled once, and to less than Jinja makes of templates that may ask for anything."""

from keyword import iskeyword

from jinja2 import BytecodeCache, compiler, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame

from c2c.kept import Kept


class Direct(CodeGenerator):
    """What the built-in templates name is a key of a view, and what they call is a macro or a function of ours.

    So a key is looked up, a function called and a value written without a question to Jinja's environment each time. What
    comes out is the same, a test renders them both ways; but a built-in template has to keep to it: `view.key` for keys
    that are there (no `is defined`, no `default`), and no methods of values. A workspace's own templates may do both.
    """

    _of_jinja = frozenset(("loop",))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write("environment.written(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`view.key` is a key, but for what Jinja itself brings: a loop, and the macros of another template."""
        self.visit(node.node, frame)
        is_jinjas = isinstance(node.node, nodes.Name) and node.node.name in self._of_jinja
        self.write(f".{node.attr}" if is_jinjas else f"[{node.attr!r}]")

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:
        """`import … as m`."""
        self._of_jinja |= {node.target}
        super().visit_Import(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call with nothing but values and names, as Python writes it."""
        is_plain = not (forward_caller or node.dyn_args or node.dyn_kwargs)
        if not is_plain or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write(")")


class Compiled(BytecodeCache):
    """Jinja's cache of compiled templates, kept beside what else c2c keeps: compiling takes longer than a report."""

    def __init__(self, *makers: str) -> None:
        """`makers` are the files that decide what a template compiles to, beside its text."""
        self._kept = Kept(compiler.__file__, __file__, *makers)

    def get_source_checksum(self, source: str) -> str:
        """What the text and its makers have in common with those that a compiled template is from."""
        return self._kept.checksum(source.encode())

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the template, if it is there, and from this text."""
        bucket.bytecode_from_string(self._kept.read(_name(bucket)))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the template."""
        self._kept.keep(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> str:
    return f"template-{bucket.key}"
