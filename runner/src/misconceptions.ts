// The misconceptions of one module or of all; the address keeps which.
import attributes from "../../blocks/attributes.json";

const MODULE = "module";

export function offerMisconceptions(): void {
  const modules = new Map<Element, Element[]>();
  for (const entry of document.querySelectorAll(
    `[${attributes.misconception}]`,
  )) {
    let head = entry.previousElementSibling;
    while (head && head.tagName !== "H2") head = head.previousElementSibling;
    if (head) modules.set(head, [...(modules.get(head) ?? []), entry]);
  }
  // A place of its own: by what comes before them the browser knows the parts
  // of a page again, to which it scrolls when a reader comes back.
  const place = document.querySelector("[data-misconception-filter]");
  if (!place) return;

  const filter = document.createElement("fieldset");
  filter.className = "misconception-filter";
  const legend = document.createElement("legend");
  legend.textContent = "Show";
  filter.append(legend);
  const total = [...modules.values()].flat().length;
  const all = choice("", `All ${total}`);
  const choices = [all];
  for (const [head, entries] of modules) {
    // Without the sign that links to the heading.
    const name = head.firstChild?.textContent ?? "";
    choices.push(choice(head.id, `${name} ${entries.length}`));
  }

  function choice(id: string, text: string): HTMLInputElement {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = MODULE;
    input.value = id;
    input.addEventListener("change", () => {
      const address = new URL(location.href);
      if (id) address.searchParams.set(MODULE, id);
      else address.searchParams.delete(MODULE);
      address.hash = "";
      history.replaceState(history.state, "", address);
      show(id);
    });
    label.append(input, ` ${text}`);
    filter.append(label);
    return input;
  }

  function show(id: string): void {
    for (const input of choices) input.checked = input.value === id;
    for (const [head, entries] of modules) {
      for (const part of [head, ...entries]) {
        part.toggleAttribute("hidden", id !== "" && head.id !== id);
      }
    }
  }

  /** All, if the address asks for no module or for what it would hide. */
  function showAsked(): void {
    const asked = new URLSearchParams(location.search).get(MODULE);
    const known = choices.find((input) => input.value === asked);
    const target = document.getElementById(location.hash.slice(1));
    show(known?.value ?? "");
    if (target?.closest("[hidden], [hidden] *")) show("");
    if (target) target.scrollIntoView();
  }

  place.replaceChildren(filter);
  showAsked();
  window.addEventListener("hashchange", showAsked);
}
