// Task lists that keep their ticks.
import attributes from "../../blocks/attributes.json";
import { HOME } from "./home.js";
import { add, changes, isDone, remove } from "./progress.js";

export function offerTasks(): void {
  const here = (location.origin + location.pathname)
    .slice(HOME.length)
    .replace(/index\.html$/, "");
  for (const item of document.querySelectorAll(`[${attributes.task}]`)) {
    const input = item.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (!input) continue;
    const hash = item.getAttribute(attributes.task)!;
    // A checklist shows the tasks of other pages.
    const list = item.closest(`[${attributes.tasksOf}]`);
    const page = list?.getAttribute(attributes.tasksOf) ?? here;
    const key = `task/${page}#${hash}`;
    input.disabled = false;
    nameByText(input);
    const show = () => (input.checked = isDone(key, hash));
    show();
    changes.addEventListener("change", show);
    input.addEventListener("change", () => {
      if (input.checked) add(key, hash, true);
      else remove(key);
    });
  }
}

/** Make what follows the box its label, but for lists below it. */
function nameByText(input: HTMLInputElement): void {
  const label = document.createElement("label");
  input.after(label);
  for (
    let next = label.nextSibling;
    next && !["UL", "OL"].includes(next.nodeName);
    next = label.nextSibling
  ) {
    label.append(next);
  }
  label.prepend(input);
}
