// The buttons of a block: each tells a screen reader which snippet it is for.

export function button(
  verb: string,
  path: string,
  press: () => void,
): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.addEventListener("click", press);
  name(element, verb, path);
  return element;
}

export function name(
  element: HTMLButtonElement,
  verb: string,
  path: string,
): void {
  element.className = "md-button run-button";
  element.classList.toggle("run-run", verb === "Run");
  element.textContent = verb;
  element.setAttribute("aria-label", `${verb} ${path}`);
}
