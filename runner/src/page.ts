// Upgrades a page: its only script. Costs nothing more until it is needed,
// but for keeping the site, which waits until the page is there and idle.
import attributes from "../../blocks/attributes.json";
import { RunBlock, savesData } from "./block.js";
import { quietly } from "./cache.js";
import { DrillBlock } from "./drill.js";
import { ExerciseBlock } from "./exercise.js";
import { offerBegun, offerInterview } from "./interview.js";
import { keepSite } from "./keep.js";
import { LabBlock } from "./lab.js";
import { offerMermaid } from "./mermaid.js";
import { offerMisconceptions } from "./misconceptions.js";
import { offerProgress } from "./practice.js";
import { offerProgressPage } from "./progress_page.js";
import { offerQuizzes } from "./quiz.js";
import { offerReports } from "./report.js";
import { offerReview } from "./review.js";
import { offerTasks } from "./tasks.js";

offerMermaid();
offerQuizzes();
offerTasks();
offerInterview();
offerBegun();
offerProgress();
each(attributes.run, (root) => {
  // A lab's code is a part of the lab.
  if (!root.closest(`[${attributes.lab}]`)) new RunBlock(root);
});
each(attributes.lab, (root) => new LabBlock(root));
each(attributes.exercise, (root) => new ExerciseBlock(root));
each(attributes.drill, (root) => new DrillBlock(root));
offerMisconceptions();
offerReports();
offerReview();
offerProgressPage();

if (!savesData()) {
  // Safari has no requestIdleCallback.
  const whenIdle = window.requestIdleCallback ?? window.setTimeout;
  window.addEventListener("load", () =>
    whenIdle(() => void quietly(() => keepSite(import.meta.url))),
  );
}

function each(attribute: string, upgrade: (root: HTMLElement) => void): void {
  document
    .querySelectorAll<HTMLElement>(`[${attribute}]`)
    .forEach((root) => upgrade(root));
}
