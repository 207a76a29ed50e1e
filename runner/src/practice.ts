// What the site asks, and how much of it the reader has done: shown beside the
// pages in the navigation, once there is anything to show.
import { HOME } from "./home.js";
import { all, changes, isDone } from "./progress.js";

export interface PracticePage {
  title: string;
  module: string;
  /** Of each question, exercise and task, by key. */
  hashes: Record<string, string>;
}

let index: Promise<Record<string, PracticePage>> | undefined;

/** The pages that ask anything, by address below the site's beginning. */
export function practice(): Promise<Record<string, PracticePage>> {
  return (index ??= load().catch((error) => {
    index = undefined;
    throw error;
  }));
}

async function load(): Promise<Record<string, PracticePage>> {
  const response = await fetch(`${HOME}assets/practice.json`);
  if (!response.ok) throw new Error("What the site asks cannot be fetched.");
  return response.json();
}

export function count(pages: PracticePage[]): { done: number; total: number } {
  const keys = pages.flatMap(({ hashes }) => Object.entries(hashes));
  const done = keys.filter(([key, hash]) => isDone(key, hash)).length;
  return { done, total: keys.length };
}

/** Show the progress in the navigation, and keep it up to date. */
export function offerProgress(): void {
  const show = () => {
    if (!Object.keys(all()).length && !index) return;
    // Offline and never fetched: the navigation is as it was.
    practice().then(mark, () => {});
  };
  changes.addEventListener("change", show);
  show();
}

function mark(pages: Record<string, PracticePage>): void {
  const links = document.querySelectorAll<HTMLAnchorElement>(
    ".md-nav--primary a.md-nav__link[href]:not([href^='#'])",
  );
  for (const link of links) {
    const path = link.href.replace(/[?#].*$/, "").slice(HOME.length);
    const below = Object.entries(pages)
      .filter(([url]) => path !== "" && url.startsWith(path))
      .map(([, page]) => page);
    if (!below.length) continue;
    const { done, total } = count(below);
    link.querySelector(".nav-progress")?.remove();
    if (!done) continue;
    const badge = document.createElement("span");
    badge.className = "nav-progress";
    badge.textContent = `${done}/${total}`;
    badge.title = `${done} of ${total} done`;
    link.append(badge);
  }
}
