// Runs before Material's search worker, in it. The theme has each page load the
// whole index and this worker build it, a second of processor time; with this,
// the page gets an index without documents, and the worker loads those and
// builds once somebody searches.

/** Material's messages, by its own numbers. */
const SETUP = 0;
const READY = 1;
const RESULT = 3;

/** Where hooks/search.py puts the documents. */
const DOCS = new URL("../../../search/docs.json", location.href);

interface Message {
  type: number;
  data: unknown;
}

/** The theme's setup, until it is passed on with the documents. */
let setup: { type: number; data: object } | undefined;
/** What was asked last until then. */
let asked: Message;
let beginning: Promise<void> | undefined;

function pass(data: unknown): void {
  dispatchEvent(new MessageEvent("message", { data }));
}

function nothingFound(): void {
  postMessage({ type: RESULT, data: { items: [] } });
}

/** Build the index, then answer the latest question. */
async function begin(): Promise<void> {
  const response = await fetch(DOCS);
  if (!response.ok) throw new Error(`${DOCS} answers ${response.status}`);
  const docs: unknown = await response.json();
  const { type, data } = setup!;
  pass({ type, data: { ...data, docs } });
  // Material is set up when its promises have settled.
  setTimeout(() => {
    setup = undefined;
    pass(asked);
  });
}

addEventListener("message", (event) => {
  if (!event.isTrusted) return; // from here, for Material
  const message = event.data as Message;
  if (message.type === SETUP) {
    event.stopImmediatePropagation();
    setup = message as typeof setup;
    postMessage({ type: READY });
  } else if (setup && message.data === "") {
    event.stopImmediatePropagation(); // an empty box asks as well
    asked = message;
    nothingFound();
  } else if (setup) {
    event.stopImmediatePropagation();
    asked = message;
    beginning ??= begin().catch(() => {
      beginning = undefined; // the next question tries again
      nothingFound();
    });
  }
});
