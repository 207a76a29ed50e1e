// Task lists that keep their ticks.
import attributes from "../../blocks/attributes.json";
import { HOME } from "./home.js";
import { add, changes, isDone, remove } from "./progress.js";

export function offerTasks(): void {
  const page = (location.origin + location.pathname).slice(HOME.length);
  for (const item of document.querySelectorAll(`[${attributes.task}]`)) {
    const input = item.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (!input) continue;
    const hash = item.getAttribute(attributes.task)!;
    const key = `task/${page.replace(/index\.html$/, "")}#${hash}`;
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
