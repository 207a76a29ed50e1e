// The buttons of a block: each tells a screen reader which snippet it is for.

/** What a block does with its code. */
export type Verb = "Run" | "Check";

export function button(
  verb: string,
  path: string,
  press: () => void,
): HTMLButtonElement {
  const element = plainButton(verb, press);
  name(element, verb, path);
  return element;
}

/** One that its own text names. */
export function plainButton(
  text: string,
  press?: () => void,
): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "md-button run-button";
  element.textContent = text;
  if (press) element.addEventListener("click", press);
  return element;
}

export function name(
  element: HTMLButtonElement,
  verb: string,
  path: string,
): void {
  element.classList.toggle("run-run", ["Run", "Check"].includes(verb));
  element.textContent = verb;
  element.setAttribute("aria-label", `${verb} ${path}`);
}
