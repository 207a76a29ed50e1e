// Runs before Material's search worker, in it. That builds its index, a second
// of processor time, on every page; with this, once somebody searches.

/** Material's messages, by its own numbers. */
const SETUP = 0;
const READY = 1;
const RESULT = 3;

let held: unknown;

function pass(data: unknown): void {
  dispatchEvent(new MessageEvent("message", { data }));
}

addEventListener("message", (event) => {
  if (!event.isTrusted) return; // from here, for Material
  const { type, data } = event.data as { type: number; data: unknown };
  if (type === SETUP) {
    event.stopImmediatePropagation();
    held = event.data;
    postMessage({ type: READY });
  } else if (held && data === "") {
    event.stopImmediatePropagation(); // an empty box asks as well
    postMessage({ type: RESULT, data: { items: [] } });
  } else if (held) {
    event.stopImmediatePropagation();
    pass(held);
    held = undefined;
    // Material is set up when its promises have settled.
    setTimeout(() => pass(event.data));
  }
});
