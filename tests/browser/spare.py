"""The worker that stands by on a page, asked to run one program after another.

A reader gets a worker for each run; to start one takes longer than most runs.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# Remembers each worker that the page starts, and when it has started.
REMEMBER = """
window.workers = [];
window.Worker = class extends window.Worker {
  constructor(...address) {
    super(...address);
    window.workers.push(this);
    this.addEventListener("message", ({ data }) => {
      if (data.type === "ready") this.ready = true;
    });
  }
};
"""
READY = "() => window.workers.at(-1)?.ready"
RUN = """(program) => new Promise((resolve) => {
  const worker = window.workers.at(-1);
  const said = [];
  worker.addEventListener("message", function hear({ data }) {
    said.push(data);
    if (!["done", "broken"].includes(data.type)) return;
    worker.removeEventListener("message", hear);
    resolve(said);
  });
  worker.postMessage({ type: "run", program });
})"""
# Of the tests that were there before, nothing may stay.
FORGET = """
import shutil, sys
sys.modules.pop("check", None)
shutil.rmtree("__pycache__", ignore_errors=True)
"""


@dataclass
class Spare:
    """The last worker that was started on a page with REMEMBER."""

    page: Page

    def wait(self) -> None:
        """Wait until it stands by."""
        self.page.wait_for_function(READY)

    def run(self, code: str, path: str) -> str:
        """What the program prints, which must succeed."""
        said = self._ask(code=code, path=path)
        return "".join(
            event["text"] for event in said if event["type"] == "output"
        )

    def check(self, code: str, path: str, check: str) -> list[str]:
        """The tests' last verdicts."""
        self._ask(code=FORGET, path="forget.py")
        said = self._ask(code=code, path=path, check=check)
        verdicts = {
            event["name"]: event["verdict"]
            for event in said
            if event["type"] == "test"
        }
        return list(verdicts.values())

    def _ask(self, **program: str) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = self.page.evaluate(RUN, program)
        succeeded = said[-1] | {"succeeded": True}
        assert succeeded == said[-1], (program["path"], said)
        return said
