// Task lists that keep their ticks.
import attributes from "../../blocks/attributes.json";
import { add, changes, isDone, remove } from "./progress.js";

export function offerTasks(): void {
  for (const item of document.querySelectorAll(`[${attributes.task}]`)) {
    const input = item.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (!input) continue;
    const hash = item.getAttribute(attributes.task)!;
    const key = `task/${hash}`;
    input.disabled = false;
    input.setAttribute("aria-label", item.textContent!.trim());
    const show = () => (input.checked = isDone(key, hash));
    show();
    changes.addEventListener("change", show);
    input.addEventListener("change", () => {
      if (input.checked) add(key, hash, true);
      else remove(key);
    });
  }
}
