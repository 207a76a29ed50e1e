// A `quiz` block as a form: choose, and read why that choice is right or wrong.
import attributes from "../../blocks/attributes.json";
import { plainButton } from "./button.js";
import { add, all, changes, isDone } from "./progress.js";

interface Option {
  right: boolean;
  input: HTMLInputElement;
  row: HTMLElement;
  why: HTMLElement;
}

export class Quiz {
  readonly form = document.createElement("form");
  private readonly key: string;
  private readonly hash: string;
  private readonly options: Option[];
  private readonly check = plainButton("Check");
  private readonly retry = plainButton("Try again", () => this.ask());
  private readonly others = plainButton("Show all explanations", () =>
    this.explainAll(),
  );
  private readonly status = document.createElement("p");
  private readonly section: Element;

  constructor(root: HTMLElement) {
    const name = root.getAttribute(attributes.quiz)!;
    this.key = `quiz/${name}`;
    this.hash = root.getAttribute(attributes.hash)!;
    this.form.id = root.id;
    this.form.className = "quiz";
    this.form.setAttribute(attributes.quiz, name);
    this.form.setAttribute(attributes.hash, this.hash);
    this.section = root.querySelector(":scope > .quiz-section")!;
    this.status.className = "quiz-status";
    this.status.setAttribute("role", "status");

    const fieldset = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.append(...root.querySelector(":scope > summary")!.childNodes);
    fieldset.append(legend);
    const body = root.querySelector(":scope > .quiz-body");
    if (body) fieldset.append(body);
    const shown = [...root.querySelectorAll(`[${attributes.option}]`)];
    const isRight = (option: Element) =>
      option.getAttribute(attributes.option) === "right";
    const several = shown.filter(isRight).length > 1;
    this.options = shown.map((option, index) =>
      row(option, `${root.id}-${index}`, root.id, several, isRight(option)),
    );
    fieldset.append(...this.options.map((option) => option.row));
    const foot = document.createElement("div");
    foot.className = "quiz-foot";
    this.check.type = "submit";
    this.check.classList.add("run-run");
    foot.append(this.check, this.retry, this.others, this.status);
    this.form.append(fieldset, foot, this.section);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer();
    });
    this.ask();
    this.recall();
    root.replaceWith(this.form);
  }

  private ask(): void {
    for (const { input, row, why } of this.options) {
      input.disabled = input.checked = false;
      row.classList.remove("quiz-right", "quiz-wrong");
      why.hidden = true;
    }
    const focused = this.form.contains(document.activeElement);
    this.check.hidden = false;
    this.retry.hidden = this.others.hidden = true;
    this.section.toggleAttribute("hidden", true);
    this.status.textContent = "";
    if (focused) this.options[0]!.input.focus();
  }

  /** Tell a reader who comes back how it went. */
  private recall(): void {
    const answered = all()[this.key]?.at(-1);
    if (!answered) return;
    const [at, right, hash] = answered;
    const date = new Date(at).toLocaleDateString("en-GB", { dateStyle: "medium" });
    this.status.textContent =
      hash !== this.hash
        ? "This question has changed since you answered it."
        : `${right ? "Answered right" : "Missed"} on ${date}.`;
  }

  private answer(): void {
    const chosen = this.options.filter(({ input }) => input.checked);
    if (!chosen.length) {
      this.status.textContent = "Choose an answer first.";
      return;
    }
    const missing = this.options.some(
      ({ right, input }) => right && !input.checked,
    );
    const wrong = chosen.some(({ right }) => !right);
    const right = !wrong && !missing;
    chosen.forEach(explain);
    for (const { input } of this.options) input.disabled = true;
    this.check.hidden = true;
    this.retry.hidden = right;
    this.others.hidden = false;
    this.section.toggleAttribute("hidden", false);
    this.status.textContent = right
      ? "Right."
      : wrong
        ? "Not right: read why below your choice."
        : "Right so far, but not all.";
    // So that it is read at once; the buttons follow.
    chosen[0]!.why.focus();
    add(this.key, this.hash, right);
    const detail = { right };
    this.form.dispatchEvent(
      new CustomEvent("guide:answered", { detail, bubbles: true }),
    );
  }

  private explainAll(): void {
    this.options.forEach(explain);
    this.retry.hidden = false;
    this.retry.focus();
    this.others.hidden = true;
  }
}

function explain({ right, row, why }: Option): void {
  row.classList.add(right ? "quiz-right" : "quiz-wrong");
  why.hidden = false;
}

function row(
  option: Element,
  id: string,
  name: string,
  several: boolean,
  right: boolean,
): Option {
  const input = document.createElement("input");
  input.type = several ? "checkbox" : "radio";
  input.id = id;
  input.name = name;
  const label = document.createElement("label");
  label.htmlFor = id;
  label.append(...option.querySelector("summary")!.childNodes);
  const why = option.querySelector<HTMLElement>(".quiz-why")!;
  why.tabIndex = -1;
  const row = document.createElement("div");
  row.className = "quiz-row";
  row.append(input, label, why);
  return { right, input, row, why };
}

/** Make forms of the page's questions; below the last stands the score. */
export function offerQuizzes(): void {
  const roots = document.querySelectorAll<HTMLElement>(`[${attributes.quiz}]`);
  const forms = [...roots].map((root) => new Quiz(root).form);
  if (!forms.length) return;
  const score = document.createElement("p");
  score.className = "quiz-score";
  const count = () => {
    const done = forms.filter((form) =>
      isDone(
        `quiz/${form.getAttribute(attributes.quiz)}`,
        form.getAttribute(attributes.hash)!,
      ),
    ).length;
    score.textContent = `${done} of ${forms.length} questions answered right.`;
    score.hidden = !done;
  };
  changes.addEventListener("change", count);
  count();
  forms.at(-1)!.after(score);
}
