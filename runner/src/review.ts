// The review page: asks again, at growing intervals, what was answered before.
// The schedule is FSRS, computed from the log of answers.
import attributes from "../../blocks/attributes.json";
import { RunBlock } from "./block.js";
import { plainButton } from "./button.js";
import { HOME } from "./home.js";
import { practice } from "./practice.js";
import { all, type Answer } from "./progress.js";
import { Quiz } from "./quiz.js";

const UNREACHABLE =
  "The questions cannot be fetched: reload the page when you are online.";

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
  // A clock may have been set back.
  const inOrder = answers.toSorted(([one], [other]) => one - other);
  let today = dayOf(inOrder[0]![0]);
  let card = createEmptyCard(today);
  for (const [at, right] of inOrder) {
    const day = dayOf(at);
    if (card.last_review && day.getTime() === today.getTime()) continue;
    today = day;
    const rating = right ? Rating.Good : Rating.Again;
    card = scheduler.next(card, today, rating).card;
  }
  return card.due;
}

/** The reader's day of this time, as a time that no clock change moves. */
function dayOf(at: number): Date {
  const date = new Date(at);
  return new Date(
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), 12),
  );
}

/** All questions that were ever answered, the most urgent first. */
async function questions(): Promise<Question[]> {
  const found: Question[] = [];
  for (const [url, { hashes }] of Object.entries(await practice())) {
    for (const [key, hash] of Object.entries(hashes)) {
      const answers = all()[key];
      if (!key.startsWith("quiz/") || !answers?.length) continue;
      const changed = answers.at(-1)![2] !== hash;
      // A changed question is asked at once.
      const due = changed ? new Date(0) : await dueAfter(answers);
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
  for (const name of ["href", "src"]) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const target = new URL(element.getAttribute(name)!, address);
      element.setAttribute(name, target.href);
    }
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
  const next = plainButton("Ask me");
  next.className = "md-button md-button--primary";
  // Below the question: whoever has answered it is there.
  place.replaceChildren(stage, status, next);

  let asked: Question | undefined;
  const show = async (verb: string) => {
    next.hidden = true;
    status.textContent = "";
    try {
      const found = await questions();
      const today = dayOf(Date.now());
      const due = found.filter((question) => question.due <= today);
      status.textContent = told(found, due);
      asked = due[0];
      next.hidden = !asked;
      next.textContent = verb;
    } catch {
      status.textContent = UNREACHABLE;
    }
  };
  next.addEventListener("click", async () => {
    try {
      const root = await fetchQuestion(asked!);
      stage.replaceChildren(root);
      const { form } = new Quiz(root);
      for (const block of form.querySelectorAll<HTMLElement>(
        `[${attributes.run}]`,
      )) {
        new RunBlock(block);
      }
      next.hidden = true;
      form.querySelector("input")!.focus({ preventScroll: true });
      form.scrollIntoView();
    } catch {
      status.textContent = UNREACHABLE;
    }
  });
  stage.addEventListener("guide:answered", () => void show("Next question"));
  await show("Ask me");
}

function told(all: Question[], due: Question[]): string {
  if (due.length) {
    return `Due today: ${due.length} of ${all.length} that you have answered.`;
  }
  if (!all.length) {
    return "You have answered no question yet: each page ends with some.";
  }
  const date = all[0]!.due.toLocaleDateString("en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return `Nothing is due. The next question comes back on ${date}.`;
}
