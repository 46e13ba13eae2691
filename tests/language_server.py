"""The YAML language server that editors run, spoken to over its standard input and output as an editor does."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

PROGRAM: Final = "node_modules/yaml-language-server/bin/yaml-language-server"
_CAPABILITIES: Final = {
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}


class LanguageServer:
    """A server for one root; `schemas` says which schema is for which files, as `yaml.schemas` of an editor's settings does."""

    def __init__(self, npm: Path, root: Path, schemas: Mapping[str, str]) -> None:
        self._settings = {
            "yaml": {
                "schemas": dict(schemas),
                "schemaStore": {"enable": False},
                "validate": True,
                "completion": True,
                "hover": True,
            }
        }
        self._root = root
        self._number = 0
        self._opened = 0
        self._server = subprocess.Popen(
            ["node", str(npm / PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> "LanguageServer":
        folder = {"uri": self._root.as_uri(), "name": "workspace"}
        self._ask(
            "initialize",
            processId=None,
            rootUri=folder["uri"],
            workspaceFolders=[folder],
            capabilities=_CAPABILITIES,
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def complaints(self, name: str, text: str) -> list[str]:
        """What is underlined in a file, as `line:column: message`, both from 1."""
        return self.complaints_of({name: text})[name]

    def complaints_of(self, files: Mapping[str, str]) -> dict[str, list[str]]:
        """What is underlined in each of some files, which are opened at once."""
        waited_for = {self._open(name, text): name for name, text in files.items()}
        found = {}
        while waited_for:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                name = waited_for.pop(message["params"]["uri"], None)
                if name is not None:
                    found[name] = [_complaint(each) for each in message["params"]["diagnostics"]]
        return found

    def completions(self, name: str, text: str) -> dict[str, dict[str, Any]]:
        """What is offered where the text has a | (which is taken out), by label."""
        place = self._place(name, text)
        answer = self._ask("textDocument/completion", **place)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, name: str, text: str) -> str:
        """What is shown of what stands where the text has a |."""
        answer = self._ask("textDocument/hover", **self._place(name, text))
        return str(answer["contents"]["value"]) if answer else ""

    def _place(self, name: str, text: str) -> dict[str, Any]:
        before, _, after = text.partition("|")
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": self._open(name, before + after)}, "position": position}

    def _open(self, name: str, text: str) -> str:
        """Open a file of this name; each time it is one of its own folder, as answers about it come late."""
        self._opened += 1
        uri = (self._root / str(self._opened) / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; what the server asks meanwhile is answered."""
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        if "method" in message and "id" in message:
            wanted = message["params"].get("items", []) if isinstance(message["params"], dict) else []
            settings = [self._settings.get(str(item.get("section")), {}) for item in wanted]
            answer = settings if message["method"] == "workspace/configuration" else None
            self._send({"id": message["id"], "result": answer})
        return message


def _complaint(diagnostic: Mapping[str, Any]) -> str:
    start = diagnostic["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1}: {diagnostic['message']}"
