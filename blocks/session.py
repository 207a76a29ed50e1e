"""The `session` block: what a real program answered, as it was recorded.

    /// session | databases/write_skew.steps
    ///

A session of one client is shown as commands with their answers, one of several
clients as a table: a column per client, in the order of time.
"""

from html import escape
from pathlib import Path
from xml.etree import ElementTree

from blocks.code import CodeBlock
from blocks.snippet import CONFIGURATIONS, SESSIONS, no_file
from blocks.transcript import CAPTION, GOES_ON, WAITS, Entry, Transcript


class Session(CodeBlock):
    """Shows a session: path, link, configuration, commands and answers."""

    NAME = "session"
    MISSING = (
        "`/// session | …` misses what it shows: name a session, as in "
        "`/// session | databases/write_skew.steps`."
    )

    def on_end(self, block: ElementTree.Element) -> None:
        """Fill the element; a `session` block holds no text of its own."""
        self.refuse_text(block)
        root: Path = self.config["snippets"]
        file = root / self.argument
        if file.suffix not in SESSIONS or not file.is_file():
            self.fail(no_file(root, self.argument, SESSIONS))
        recorded = file.with_suffix(".out")
        if not recorded.is_file():
            self.fail(
                f"{root.name}/{self.argument} is not recorded: run "
                "`make outputs` and commit the .out file."
            )
        try:
            transcript = Transcript.read(recorded.read_text(encoding="utf-8"))
        except ValueError as error:
            self.fail(
                f"{root.name}/{recorded.relative_to(root).as_posix()}{error}: "
                "run `make outputs` and commit the .out file."
            )
        self.group(block, f"Session {self.argument}", session=self.argument)
        block.set("class", "run session")
        html = self._configuration(root, file) + self.head(self.argument)
        clients = sorted({e.who for e in transcript.entries if ":" in e.who})
        html += (
            _schedule(transcript.entries, clients)
            if clients
            else _dialogue(transcript.entries, self.argument)
        )
        program = escape(transcript.program)
        html += f'<p class="session-label">Recorded on {program}</p>'
        block.text = self.stash(html)

    def _configuration(self, root: Path, file: Path) -> str:
        html = ""
        for suffix, language in CONFIGURATIONS.items():
            beside = file.with_suffix(suffix)
            if beside.is_file():
                code = beside.read_text(encoding="utf-8")
                path = beside.relative_to(root).as_posix()
                html += self.head(path) + self.code(code, language)
        return html


def _dialogue(entries: tuple[Entry, ...], path: str) -> str:
    """Commands, each with its answer below it."""
    text = ""
    for entry in entries:
        if entry.who == CAPTION:
            text += f"\n<i>{escape(entry.command)}</i>\n"
        else:
            text += f"<b>{escape(f'{entry.who} {entry.command}')}</b>\n"
            text += escape(f"{entry.answer}\n".lstrip("\n"))
    # It may scroll, which a keyboard can do only where the focus is.
    focusable = f'tabindex="0" role="group" aria-label="Answers of {path}"'
    return f'<pre class="session-dialogue" {focusable}>{text.strip()}</pre>'


def _schedule(entries: tuple[Entry, ...], clients: list[str]) -> str:
    """A row per step: what the client of its column asked, and the answer."""
    # Roles again, as a narrow screen takes the cells out of their columns.
    names = "".join(
        f'<th scope="col" role="columnheader">{escape(client[:-1])}</th>'
        for client in clients
    )
    rows = "".join(_row(entry, clients) for entry in entries)
    return (
        '<table class="session-schedule" role="table">'
        f'<thead role="rowgroup"><tr role="row">{names}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(entry: Entry, clients: list[str]) -> str:
    said = escape(entry.command)
    if entry.who == CAPTION:
        cell = f'<th colspan="{len(clients)}" role="rowheader">{said}</th>'
        return f'<tr role="row">{cell}</tr>'
    asked = f"<em>{said}</em>" if entry.command == GOES_ON else f"<b>{said}</b>"
    answer = escape(entry.answer)
    if entry.answer == WAITS:
        answer = f"<em>{answer}</em>"
    what = f"<pre>{asked}\n{answer}</pre>".replace("\n</pre>", "</pre>")
    if entry.who not in clients:
        cells = f'<td colspan="{len(clients)}" role="cell">{what}</td>'
    else:
        cells = "".join(
            f'<td role="cell" data-client="{escape(client[:-1])}">{what}</td>'
            if client == entry.who
            else '<td role="cell"></td>'
            for client in clients
        )
    return f'<tr role="row">{cells}</tr>'
