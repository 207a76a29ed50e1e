// An `exercise` block: Check runs its tests on the reader's code and tells each
// verdict as it comes.
import attributes from "../../blocks/attributes.json";
import { RunBlock } from "./block.js";
import type { End } from "./engine.js";
import { add, isDone } from "./progress.js";
import type { Event, Test } from "./protocol.js";
import { status } from "./source.js";

const SIGNS = { running: "…", passed: "✓", failed: "✗" };
const STOPPED = "Stopped in here: which loop of yours does not end?";

export class ExerciseBlock extends RunBlock {
  private readonly list = document.createElement("ul");
  private readonly summary = status("exercise-summary");
  private readonly tests = new Map<string, Test>();
  private readonly items = new Map<string, HTMLElement>();
  private readonly key: string;
  private readonly hash: string;

  constructor(root: HTMLElement) {
    const exercise = root.getAttribute(attributes.exercise)!;
    const check = root.querySelector(`[${attributes.check}] code`)!;
    // No snippet's path, or they would share the reader's edits.
    super(root, `${exercise}/solution.py`, "Check", check.textContent!);
    this.key = `exercise/${exercise}`;
    this.hash = root.getAttribute(attributes.hash)!;
    if (isDone(this.key, this.hash)) {
      this.summary.textContent = "You have solved this exercise before";
    }
    this.list.className = "exercise-tests";
    // Some screen readers see no list where it has no bullets.
    this.list.setAttribute("role", "list");
    this.list.hidden = true;
    this.label.after(this.summary, this.list);
  }

  protected override clear(output?: string): void {
    super.clear(output);
    this.tests.clear();
    this.items.clear();
    this.list.replaceChildren();
    this.list.hidden = true;
    this.summary.replaceChildren();
  }

  protected override show(event: Event): string | undefined {
    if (event.type === "test") this.tell(event);
    return super.show(event);
  }

  protected override conclude(end: End): void {
    for (const test of this.tests.values()) {
      if (test.verdict === "running") this.tell({ ...test, message: STOPPED });
    }
    const verdicts = [...this.tests.values()].map(({ verdict }) => verdict);
    const all = verdicts.length;
    const passed = verdicts.filter((verdict) => verdict === "passed").length;
    if (end !== "done") return;
    if (!all) {
      this.summary.textContent = "No test could run";
    } else if (passed < all) {
      this.summary.textContent = `${passed} of ${all} tests passed`;
    } else {
      this.summary.textContent = `All ${all} tests passed`;
      add(this.key, this.hash, true);
    }
  }

  /** Show the test's verdict, in place of what was known before. */
  private tell({ name, verdict, message, detail }: Test): void {
    this.tests.set(name, { name, verdict, message, detail });
    const item = document.createElement("li");
    item.className = verdict;
    const sign = document.createElement("span");
    sign.textContent = SIGNS[verdict];
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", verdict);
    item.append(sign, name);
    if (message) item.append(paragraph("p", message));
    if (detail) item.append(paragraph("pre", detail));
    const shown = this.items.get(name);
    if (shown) shown.replaceWith(item);
    else this.list.append(item);
    this.items.set(name, item);
    this.list.hidden = false;
  }
}

/** The text; what stands between backticks is code. */
function paragraph(tag: "p" | "pre", text: string): HTMLElement {
  const element = document.createElement(tag);
  const pieces = tag === "p" ? text.split("`") : [text];
  element.append(
    ...pieces.map((piece, index) => {
      if (index % 2 === 0) return piece;
      const code = document.createElement("code");
      code.textContent = piece;
      return code;
    }),
  );
  return element;
}
