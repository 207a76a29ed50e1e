// Upgrades a page: its only script. Costs nothing more until it is needed,
// but for keeping the site, which waits until the page is there and idle.
import attributes from "../../blocks/attributes.json";
import { RunBlock, savesData } from "./block.js";
import { quietly } from "./cache.js";
import { keepSite } from "./keep.js";
import { offerMermaid } from "./mermaid.js";
import { offerProgress } from "./practice.js";
import { offerQuizzes } from "./quiz.js";
import { offerTasks } from "./tasks.js";

offerMermaid();
offerQuizzes();
offerTasks();
offerProgress();
for (const root of document.querySelectorAll<HTMLElement>(
  `[${attributes.run}]`,
)) {
  new RunBlock(root);
}

const review = document.querySelector<HTMLElement>("[data-review]");
if (review) {
  void import("./review.js").then(({ offerReview }) => offerReview(review));
}
const progress = document.querySelector<HTMLElement>("[data-progress]");
if (progress) {
  void import("./progress_page.js").then(({ offerProgressPage }) =>
    offerProgressPage(progress),
  );
}

if (!savesData()) {
  // Safari has no requestIdleCallback.
  const whenIdle = window.requestIdleCallback ?? window.setTimeout;
  window.addEventListener("load", () =>
    whenIdle(() => void quietly(() => keepSite(import.meta.url))),
  );
}
