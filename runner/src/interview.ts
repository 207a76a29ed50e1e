// The `stage` blocks of a page as an interview: write, compare, rate, go on.
// What the reader writes is kept in this browser, and sent nowhere.
import attributes from "../../blocks/attributes.json";
import { Answers, LEVELS, type Level } from "./answers.js";
import { plainButton } from "./button.js";
import { markdown } from "./interview_file.js";

const ERASE = "Erase all that you wrote in this interview?";
const NOT_KEPT =
  "This browser keeps nothing for this site: export before you close the page.";

/** What is no answer of any level. */
const NOT_YET = "A part is missing or wrong, and none of the others fits.";

/** One stage: what is asked, the reader's answer, and how it is rated. */
export class Stage {
  readonly form = document.createElement("form");
  readonly id: string;
  readonly title: string;
  readonly prompt: HTMLElement;
  /** What an answer of this level contains. */
  readonly said = new Map<string, string>();
  private readonly heading = document.createElement("h3");
  private readonly text = document.createElement("textarea");
  private readonly compare = plainButton("Compare", () => this.open());
  private readonly rating = document.createElement("div");
  private readonly inputs: HTMLInputElement[];
  private readonly next = plainButton("Rate and go on");
  private readonly status = document.createElement("p");

  constructor(
    root: HTMLElement,
    private readonly answers: Answers,
    private readonly whenRated: (again: boolean) => void,
  ) {
    this.id = root.getAttribute(attributes.stage)!;
    this.heading.append(...root.querySelector("summary")!.childNodes);
    this.title = this.heading.textContent!;
    this.heading.tabIndex = -1;
    this.heading.id = `${root.id}-title`;
    this.prompt = root.querySelector<HTMLElement>(".stage-prompt")!;
    this.form.id = root.id;
    this.form.className = "stage";
    this.form.setAttribute("aria-labelledby", this.heading.id);
    this.form.noValidate = true;

    const label = document.createElement("label");
    label.textContent = "Your answer";
    this.text.id = label.htmlFor = `${root.id}-answer`;
    this.text.rows = 6;
    this.text.addEventListener("input", () => {
      this.answers.write(this.id, this.text.value);
      this.status.textContent = this.answers.areKept ? "" : NOT_KEPT;
    });
    const choices = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = "Which of these describes what you wrote?";
    choices.append(legend);
    this.inputs = LEVELS.map((level) => {
      const said = root.querySelector(`[${attributes.level}="${level}"]`);
      this.said.set(level, said?.textContent ?? NOT_YET);
      const [row, input] = choice(
        root.id,
        level,
        said ? [...said.childNodes] : [NOT_YET],
      );
      choices.append(row);
      return input;
    });
    const good = root.querySelector<HTMLElement>(".stage-good")!;
    const name = good.querySelector(".stage-label")!;
    name.id = `${root.id}-good`;
    good.setAttribute("role", "group");
    good.setAttribute("aria-labelledby", name.id);
    this.rating.className = "stage-rating";
    this.rating.append(choices, good);
    this.status.className = "quiz-status";
    this.status.setAttribute("role", "status");
    const foot = document.createElement("div");
    foot.className = "quiz-foot";
    this.next.type = "submit";
    for (const button of [this.compare, this.next]) {
      button.classList.add("run-run");
    }
    foot.append(this.compare, this.next, this.status);
    this.form.append(
      this.heading,
      this.prompt,
      label,
      this.text,
      this.rating,
      foot,
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.rate();
    });
    this.show();
    root.replaceWith(this.form);
  }

  get isRated(): boolean {
    return this.answers.of(this.id).level !== undefined;
  }

  focus(): void {
    this.heading.focus();
  }

  /** Bring the form into agreement with what is kept. */
  show(): void {
    const { text, compared, level } = this.answers.of(this.id);
    this.text.value = text;
    this.rating.toggleAttribute("hidden", !compared);
    this.compare.hidden = compared;
    this.next.hidden = !compared;
    for (const input of this.inputs) input.checked = input.value === level;
    this.next.textContent = level ? "Rate again" : "Rate and go on";
    this.status.textContent = "";
  }

  private open(): void {
    if (!this.text.value.trim()) {
      this.status.textContent =
        "Write your answer first; a few words are enough.";
      this.text.focus();
      return;
    }
    this.answers.compare(this.id);
    this.show();
    this.status.textContent = "The levels are open: compare and rate.";
    this.inputs[0]!.focus();
  }

  private rate(): void {
    const chosen = this.inputs.find(({ checked }) => checked);
    if (!chosen) {
      this.status.textContent = "Choose a level first.";
      this.inputs[0]!.focus();
      return;
    }
    const again = this.isRated;
    const level = chosen.value as Level;
    this.answers.rate(this.id, level);
    this.show();
    if (again) this.status.textContent = `Rated again: ${nameOf(level)}.`;
    this.whenRated(again);
  }
}

function choice(
  id: string,
  level: Level,
  said: (Node | string)[],
): [row: HTMLElement, input: HTMLInputElement] {
  const input = document.createElement("input");
  input.type = "radio";
  input.name = `${id}-level`;
  input.id = `${id}-${level}`;
  input.value = level;
  const label = document.createElement("label");
  label.htmlFor = input.id;
  const name = document.createElement("strong");
  name.textContent = nameOf(level);
  label.append(name, ": ", ...said);
  const row = document.createElement("div");
  row.className = "quiz-row";
  row.append(input, label);
  return [row, input];
}

/** As a reader sees it. */
function nameOf(level: Level): string {
  const name = level.replace("-", " ");
  return name[0]!.toUpperCase() + name.slice(1);
}

/** Say beside a link to an interview how far its reader is. */
export function offerBegun(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    "[data-interviews] a",
  )) {
    const answers = new Answers(link.pathname);
    if (!answers.isBegun) continue;
    const begun = document.createElement("small");
    const { rated } = answers;
    begun.textContent = ` Begun; ${rated} stage${rated === 1 ? "" : "s"} rated.`;
    link.closest("li")!.append(begun);
  }
}

/** Make an interview of the page's stages; below stand ratings and export. */
export function offerInterview(): void {
  const roots = document.querySelectorAll<HTMLElement>(`[${attributes.stage}]`);
  if (!roots.length) return;
  const answers = new Answers(location.pathname);
  const summary = document.createElement("div");
  summary.className = "interview-summary";
  const status = document.createElement("p");
  status.className = "quiz-status";
  status.setAttribute("role", "status");
  const stages = [...roots].map(
    (root) => new Stage(root, answers, (again) => (again ? show() : goOn())),
  );
  const resume = plainButton("", () => show()?.focus());
  resume.classList.add("interview-resume");

  /** Open what follows the rated stages; the first one that is not rated. */
  const show = (): Stage | undefined => {
    const current = stages.find(({ isRated }) => !isRated);
    const last = current ? stages.indexOf(current) : stages.length - 1;
    stages.forEach(({ form }, index) =>
      form.toggleAttribute("hidden", index > last),
    );
    summary.replaceChildren(...ratings(stages, answers));
    summary.hidden = current !== undefined;
    resume.hidden = !current || current === stages[0];
    resume.textContent = `Go on with ${current?.title}`;
    return current;
  };
  const goOn = () => {
    const current = show();
    status.textContent = current
      ? `Stage ${current.title} is open.`
      : "That was the last stage: here are your levels.";
    if (current) current.focus();
    else summary.querySelector<HTMLElement>("h3")!.focus();
  };
  const title = document.querySelector("article h1")?.firstChild?.textContent;
  const foot = document.createElement("div");
  foot.className = "quiz-foot interview-foot";
  foot.append(
    plainButton("Export as Markdown", () => {
      download(markdown(title ?? "", stages, answers));
      status.textContent = "Exported.";
    }),
    plainButton("Erase", () => {
      if (!confirm(ERASE)) return;
      answers.erase();
      for (const stage of stages) stage.show();
      show();
      status.textContent = "Erased: the first stage is open.";
      stages[0]!.focus();
    }),
    status,
  );
  stages[0]!.form.before(resume);
  stages.at(-1)!.form.after(summary, foot);
  show();
}

function ratings(stages: Stage[], answers: Answers): Node[] {
  const heading = document.createElement("h3");
  heading.tabIndex = -1;
  heading.textContent = "Your levels";
  const list = document.createElement("ul");
  for (const { id, title } of stages) {
    const { level } = answers.of(id);
    if (!level) continue;
    const item = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = nameOf(level);
    item.append(`${title}: `, name);
    list.append(item);
  }
  return [heading, list];
}

function download(text: string): void {
  const link = document.createElement("a");
  const blob = new Blob([text], { type: "text/markdown" });
  link.href = URL.createObjectURL(blob);
  const name = location.pathname.split("/").filter(Boolean).at(-1);
  link.download = `interview-${name}.md`;
  link.click();
  URL.revokeObjectURL(link.href);
}
