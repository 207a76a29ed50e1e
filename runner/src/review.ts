// The review page: asks again, at growing intervals, what was answered before.
// The schedule is FSRS, computed from the log of answers.
import attributes from "../../blocks/attributes.json";
import { RunBlock } from "./block.js";
import { HOME, practice } from "./practice.js";
import { all, type Answer } from "./progress.js";
import { Quiz } from "./quiz.js";

interface Question {
  key: string;
  url: string;
  due: Date;
}

/**
 * When it should be asked again. Only the first answer of a day counts, as
 * whoever tries again on the same day has read the explanation.
 */
async function dueAfter(answers: Answer[]): Promise<Date> {
  const { createEmptyCard, fsrs, Rating } = await import("ts-fsrs");
  const scheduler = fsrs({
    enable_fuzz: false,
    // Days only: whoever comes back in ten minutes still remembers.
    enable_short_term: false,
  });
  let card = createEmptyCard(new Date(answers[0]![0]));
  let day = "";
  for (const [at, right] of answers) {
    const date = new Date(at);
    if (date.toDateString() === day) continue;
    day = date.toDateString();
    const rating = right ? Rating.Good : Rating.Again;
    card = scheduler.next(card, date, rating).card;
  }
  return card.due;
}

/** All questions that were ever answered, the most urgent first. */
async function questions(): Promise<Question[]> {
  const found: Question[] = [];
  for (const [url, { hashes }] of Object.entries(await practice())) {
    for (const [key, hash] of Object.entries(hashes)) {
      const item = all()[key];
      if (!key.startsWith("quiz/") || !item?.answers.length) continue;
      // A changed question is asked at once.
      const due =
        item.hash === hash ? await dueAfter(item.answers) : new Date(0);
      found.push({ key, url, due });
    }
  }
  return found.sort((one, other) => one.due.getTime() - other.due.getTime());
}

/** The question as its own page shows it. */
async function fetchQuestion({ key, url }: Question): Promise<HTMLElement> {
  const address = HOME + url;
  const response = await fetch(address);
  if (!response.ok) throw new Error("The question cannot be fetched.");
  const page = new DOMParser().parseFromString(
    await response.text(),
    "text/html",
  );
  const root = document.importNode(
    page.querySelector<HTMLElement>(
      `[${attributes.quiz}="${key.replace("quiz/", "")}"]`,
    )!,
    true,
  );
  for (const link of root.querySelectorAll("a[href]")) {
    const target = new URL(link.getAttribute("href")!, address);
    link.setAttribute("href", target.href);
  }
  return root;
}

/** Ask where the page has a place for it. */
export async function offerReview(): Promise<void> {
  const place = document.querySelector("[data-review]");
  if (!place) return;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const stage = document.createElement("div");
  const next = document.createElement("button");
  next.type = "button";
  next.className = "md-button md-button--primary";
  place.replaceChildren(status, stage, next);

  const show = async () => {
    const all = await questions();
    const due = all.filter(({ due }) => due.getTime() <= Date.now());
    status.textContent = told(all, due);
    next.hidden = !due.length;
    next.textContent = "Ask me";
    return due[0];
  };
  let asked = await show();
  next.addEventListener("click", async () => {
    if (!asked) return;
    try {
      const root = await fetchQuestion(asked);
      stage.replaceChildren(root);
      const { form } = new Quiz(root);
      for (const block of form.querySelectorAll<HTMLElement>(
        `[${attributes.run}]`,
      )) {
        new RunBlock(block);
      }
      next.hidden = true;
      form.querySelector("input")!.focus();
    } catch {
      status.textContent =
        "The question cannot be fetched: try again when you are online.";
    }
  });
  stage.addEventListener("guide:answered", async () => {
    asked = await show();
    next.textContent = "Next question";
  });
}

function told(all: Question[], due: Question[]): string {
  if (due.length) {
    return `Due today: ${due.length} of ${all.length} that you have answered.`;
  }
  if (!all.length) {
    return "You have answered no question yet: each page ends with some.";
  }
  const date = all[0]!.due.toLocaleDateString("en", { dateStyle: "long" });
  return `Nothing is due. The next question comes back on ${date}.`;
}
