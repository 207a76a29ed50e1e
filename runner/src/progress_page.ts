// The progress page: how much is done, and the reader's power over the record.
import { plainButton } from "./button.js";
import { HOME } from "./home.js";
import { count, practice, type PracticePage } from "./practice.js";
import { changes, erase, exported, importFrom, isKept } from "./progress.js";

const NOT_KEPT =
  "This browser keeps nothing for this site: progress lasts until you close " +
  "the page.";
const ERASE =
  "Erase all answers, solved exercises and ticks that this browser keeps? " +
  "Mock interviews and edited code stay.";

/** Show the progress where the page has a place for it. */
export async function offerProgressPage(): Promise<void> {
  const place = document.querySelector("[data-progress]");
  if (!place) return;
  const table = document.createElement("div");
  const status = document.createElement("p");
  status.className = "quiz-status";
  status.setAttribute("role", "status");
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = "application/json,.json";
  chooser.hidden = true;
  chooser.addEventListener("change", async () => {
    const file = chooser.files?.[0];
    if (!file) return;
    try {
      importFrom(await file.text());
      status.textContent = isKept() ? "Imported." : NOT_KEPT;
    } catch (error) {
      status.textContent = (error as Error).message;
    }
    chooser.value = "";
  });
  const buttons = document.createElement("div");
  buttons.className = "quiz-foot";
  buttons.append(
    plainButton("Export", () => {
      download(exported());
      status.textContent =
        "Exported, but for mock interviews and edited code.";
    }),
    plainButton("Import", () => chooser.click()),
    plainButton("Erase", () => {
      if (!confirm(ERASE)) return;
      erase();
      status.textContent = "Erased.";
    }),
    chooser,
    status,
  );
  place.replaceChildren(buttons, table);
  if (!isKept()) status.textContent = NOT_KEPT;
  try {
    const pages = await practice();
    const show = () => table.replaceChildren(...rows(pages));
    changes.addEventListener("change", show);
    show();
  } catch {
    status.textContent =
      "The list of pages cannot be fetched: reload the page when you are online.";
  }
}

function* rows(pages: Record<string, PracticePage>): Generator<HTMLElement> {
  const modules = new Set(Object.values(pages).map(({ module }) => module));
  for (const module of modules) {
    const entries = Object.entries(pages).filter(
      ([, page]) => page.module === module,
    );
    const heading = document.createElement("h2");
    const sum = count(entries.map(([, page]) => page));
    heading.textContent = `${module}: ${sum.done} of ${sum.total}`;
    yield heading;
    const list = document.createElement("ul");
    list.className = "progress-pages";
    for (const [url, page] of entries) {
      const { done, total } = count([page]);
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = HOME + url;
      link.textContent = page.title;
      const bar = document.createElement("progress");
      bar.max = total;
      bar.value = done;
      bar.setAttribute("aria-label", `${page.title}: ${done} of ${total}`);
      item.append(link, bar, ` ${done} of ${total}`);
      list.append(item);
    }
    yield list;
  }
}

function download(text: string): void {
  const link = document.createElement("a");
  const blob = new Blob([text], { type: "application/json" });
  link.href = URL.createObjectURL(blob);
  link.download = "high-level-design-progress.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
