// Estimates, one question at a time: an answer in any unit, and the chain that
// leads to the value. The address holds the kind and the number of the question,
// so that a link shows the same one.
import attributes from "../../blocks/attributes.json";
import { plainButton } from "./button.js";
import { prepare, Simulator } from "./engine.js";
import { listener } from "./listener.js";
import { status } from "./source.js";

/** What draws and judges, as it is called in Python. */
const PATH = "estimation.py";

const ANY = "All kinds";
const LAST = 9999;

interface Data {
  questions: unknown[];
  constants: Record<string, string>;
  /** What a reader calls the constants. */
  names: Record<string, string>;
  kinds: string[];
}

/** A question's parts, by the names that blocks/estimation.py gives them. */
class Parts {
  constructor(private readonly pairs: [part: string, text: string][]) {}

  static of({ part, text }: { part: string[]; text: string[] }): Parts {
    return new Parts(part.map((name, index) => [name, text[index]!]));
  }

  all(name: string): string[] {
    return this.pairs.flatMap(([part, text]) => (part === name ? [text] : []));
  }

  get(name: string): string | undefined {
    return this.all(name)[0];
  }
}

export class DrillBlock {
  private readonly data: Data;
  private readonly recorded: HTMLElement;
  private readonly kind = document.createElement("select");
  private readonly question = document.createElement("p");
  private readonly input = document.createElement("input");
  private readonly status = status("drill-status");
  private readonly score = document.createElement("p");
  private readonly reasoning = document.createElement("div");
  private readonly reveal = plainButton("Show the reasoning", () => {
    this.showReasoning();
    this.reasoning.focus();
  });
  private readonly simulator = new Simulator(
    listener({
      loading: (text) => this.say(text),
      table: (json) => this.take(Parts.of(JSON.parse(json))),
      failed: (text) => this.fail(text),
    }),
  );
  /** Counted from one; without a kind, each is of the next kind. */
  private number = 1;
  private parts: Parts | undefined;
  /** Questions that count no more: they were answered, or solved here. */
  private readonly counted = new Set<string>();
  private right = 0;
  private answered = 0;
  private focusNext = false;

  constructor(private readonly root: HTMLElement) {
    this.data = JSON.parse(root.getAttribute(attributes.drill)!) as Data;
    this.recorded = root.querySelector(".drill-recorded")!;
    this.recorded.hidden = true;
    this.build();
    this.follow();
  }

  private build(): void {
    for (const name of [ANY, ...this.data.kinds]) {
      this.kind.add(new Option(name));
    }
    this.kind.addEventListener("change", () => this.moved());
    this.question.className = "drill-question";
    this.question.tabIndex = -1;
    this.question.id = "drill-question";
    this.input.setAttribute("aria-describedby", this.question.id);
    this.input.type = "text";
    this.input.autocomplete = "off";
    this.input.spellcheck = false;
    this.input.setAttribute("autocapitalize", "off");
    this.score.className = "drill-score";
    this.score.setAttribute("role", "status");
    this.reasoning.className = "drill-reasoning";
    this.reasoning.tabIndex = -1;
    this.reasoning.setAttribute("role", "group");
    this.reasoning.setAttribute("aria-label", "The reasoning");
    const check = plainButton("Check");
    check.type = "submit";
    check.classList.add("run-run");
    const next = plainButton("Next question", () => {
      this.number = this.number < LAST ? this.number + 1 : 1;
      this.moved(true);
    });
    const buttons = document.createElement("div");
    buttons.className = "quiz-foot";
    buttons.append(check, this.reveal, next);
    const form = document.createElement("form");
    form.append(
      labelled("Kind", this.kind),
      this.question,
      labelled("Your estimate, with its unit", this.input),
      buttons,
      this.status,
      this.reasoning,
      this.score,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    // Python is wanted soon.
    form.addEventListener("focusin", () => void this.prepare(), { once: true });
    this.recorded.before(form);
  }

  /** The kind of the question that is asked. */
  private get asked(): string {
    const { kinds } = this.data;
    return this.kind.selectedIndex > 0
      ? this.kind.value
      : kinds[(this.number - 1) % kinds.length]!;
  }

  private get key(): string {
    return `${this.asked} ${this.number}`;
  }

  /** Ask what the address says. */
  private follow(): void {
    const asked = new URLSearchParams(location.search);
    const kind = asked.get("kind");
    const number = asked.get("number");
    let problem = "";
    if (kind !== null && this.data.kinds.includes(kind)) {
      this.kind.value = kind;
    } else if (kind !== null) {
      problem = `The address asks for the kind ${kind}, which is none of ${this.data.kinds.join(", ")}: all kinds are asked.`;
    }
    if (number !== null && /^[1-9]\d{0,3}$/.test(number)) {
      this.number = Number(number);
    } else if (number !== null) {
      problem = `The address asks for the question ${number}, which is not a number from 1 to ${LAST}: the first is asked.`;
    }
    this.ask();
    if (problem) this.say(problem);
  }

  /** Ask another question, and have the address say which. */
  private moved(focus = false): void {
    const address = new URL(location.href);
    address.searchParams.delete("kind");
    address.searchParams.delete("number");
    if (this.kind.selectedIndex > 0) {
      address.searchParams.set("kind", this.kind.value);
    }
    if (this.number > 1) {
      address.searchParams.set("number", String(this.number));
    }
    history.replaceState(history.state, "", address);
    this.focusNext = focus;
    this.ask();
  }

  private ask(): void {
    this.parts = undefined;
    this.input.value = "";
    this.say("");
    this.reasoning.replaceChildren();
    this.reveal.hidden = false;
    const index = this.data.kinds.indexOf(this.asked);
    if (this.number === index + 1) this.show(this.recall(index));
    else void this.run("");
  }

  /** The question that the page was built with. */
  private recall(index: number): Parts {
    const details = this.recorded.querySelectorAll("details")[index]!;
    const texts = (selector: string) =>
      [...details.querySelectorAll(selector)].map((part) => part.textContent!);
    const links = [...details.querySelectorAll<HTMLAnchorElement>("a")];
    return new Parts([
      ["text", texts("summary > span")[0]!],
      ...texts("li").map((step): [string, string] => ["step", step]),
      ...links.map(({ hash }): [string, string] => [
        "constant",
        hash.replace("#constant-", ""),
      ]),
    ]);
  }

  private check(): void {
    const answer = this.input.value.trim();
    if (answer) void this.run(answer);
    else this.say("Write an estimate first, as in 12k req/s.");
  }

  private async prepare(): Promise<void> {
    prepare({ path: PATH, code: await source() });
  }

  private async run(answer: string): Promise<void> {
    const { questions, constants } = this.data;
    const { asked: kind, number: seed } = this;
    this.root.setAttribute("aria-busy", "true");
    const code = await source();
    const values = JSON.stringify({ questions, constants, kind, seed, answer });
    this.simulator.ask({ path: PATH, code, values });
  }

  private take(parts: Parts): void {
    // Another question may have been asked for meanwhile.
    if (`${parts.get("kind")} ${parts.get("seed")}` !== this.key) return;
    this.root.setAttribute("aria-busy", "false");
    const verdict = parts.get("verdict");
    if (verdict === undefined) this.say("");
    // An answer may have been quicker than the question.
    if (!this.parts) this.show(parts);
    if (verdict === undefined) return;
    this.say(parts.get("said")!, verdict);
    if (verdict === "unread") return;
    const right = verdict === "right";
    if (!this.counted.has(this.key)) {
      this.answered += 1;
      if (right) this.right += 1;
      this.score.textContent = `This visit: ${this.right} of ${this.answered} right at the first try.`;
    }
    this.counted.add(this.key);
    if (right) this.showReasoning();
  }

  private show(parts: Parts): void {
    this.parts = parts;
    this.root.setAttribute("aria-busy", "false");
    const kind = document.createElement("b");
    kind.textContent = `Question ${this.number}, ${this.asked.toLowerCase()}. `;
    this.question.replaceChildren(kind, parts.get("text")!);
    if (this.focusNext) this.question.focus();
    this.focusNext = false;
  }

  private showReasoning(): void {
    if (!this.parts) return;
    this.counted.add(this.key);
    this.reveal.hidden = true;
    const steps = document.createElement("ol");
    for (const step of this.parts.all("step")) {
      const line = document.createElement("li");
      line.textContent = step;
      steps.append(line);
    }
    this.reasoning.replaceChildren(steps);
    const used = this.parts.all("constant");
    if (!used.length) return;
    const constants = document.createElement("p");
    constants.append("Constants: ");
    used.forEach((name, index) => {
      const link = document.createElement("a");
      link.href = `#constant-${name}`;
      link.textContent = this.data.names[name]!;
      constants.append(index ? ", " : "", link);
    });
    this.reasoning.append(constants);
  }

  private say(text: string, verdict = ""): void {
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.dataset.verdict = verdict;
  }

  private fail(text: string): void {
    this.root.setAttribute("aria-busy", "false");
    const trace = document.createElement("pre");
    trace.className = "stderr";
    trace.textContent = text;
    this.status.replaceChildren(trace);
  }
}

/** What draws and judges, fetched when it is needed; `simulate` is called. */
async function source(): Promise<string> {
  const { default: code } = await import("../../blocks/estimation.py");
  return `${code}\nsimulate = drill\n`;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  const name = document.createElement("span");
  name.textContent = text;
  label.className = "drill-control";
  label.append(name, control);
  return label;
}
