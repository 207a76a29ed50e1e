// One worker runs one program, away from the page, and is then thrown away.
import { loadPyodide, type PyodideInterface } from "pyodide";
import program from "./program.py";
import type { Event, Parts, Request, Stream } from "./protocol.js";
import { seal } from "./seal.js";

/** What `program.py` is called in Python. */
const PROGRAM = "guide_program";

/** Characters of output that are sent to the page. */
const CAP = 100_000;

/** Makes `program.py` a module; a snapshot has it already. */
const INSTALL = `
import sys, types
module = sys.modules[name] = types.ModuleType(name)
exec(compile(source, name + ".py", "exec"), module.__dict__)
`;

// Kept before the reader's code can replace them.
const post = self.postMessage.bind(self);
const now = performance.now.bind(performance);

function say(event: Event): void {
  post(event);
}

let started: Promise<PyodideInterface> | undefined;

async function start({
  folder,
  wasm,
  stdlib,
  lock,
  snapshot,
}: Parts): Promise<PyodideInterface> {
  // Where a browser has stack switching, Pyodide builds it into the
  // interpreter, and a snapshot then works only there. Without it all browsers
  // are alike.
  Reflect.deleteProperty(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "promising");
  // Pyodide fetches its files by itself; the page has them already.
  const held = new Map<string, BodyInit>([
    [`${folder}pyodide.asm.wasm`, ""],
    [`${folder}python_stdlib.zip`, stdlib],
  ]);
  const { fetch } = self;
  self.fetch = async (address, ...options) => {
    const body = held.get(String(address));
    return body === undefined
      ? fetch(address, ...options)
      : new Response(body);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  });
  const script = await import(`${folder}pyodide.asm.mjs`);
  const python = await loadPyodide({
    indexURL: folder,
    packageBaseUrl: folder,
    lockFileContents: lock,
    createPyodideModule: script.default,
    enableRunUntilComplete: false,
    ...(snapshot
      ? { _loadSnapshot: snapshot.arrayBuffer() }
      : { _makeSnapshot: true }),
  });
  if (!snapshot) {
    const globals = python.toPy({ name: PROGRAM, source: program });
    python.runPython(INSTALL, { globals });
    globals.destroy();
    const memory = python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
    say({ type: "snapshot", snapshot: new Blob([memory]) });
  }
  return python;
}

/** Loads the packages that the code imports, before it is sealed off. */
async function loadPackages(
  python: PyodideInterface,
  code: string,
): Promise<void> {
  await python.loadPackagesFromImports(code, {
    messageCallback: (text) => say({ type: "stage", text }),
  });
}

/** Sends what Python writes, decoded: a character may come in two pieces. */
function output(python: PyodideInterface): () => void {
  let sent = 0;
  let cut = 0;
  const writer = (stream: Stream) => {
    const decoder = new TextDecoder();
    return (bytes: Uint8Array) => {
      if (sent < CAP) {
        const decoded = decoder.decode(bytes, { stream: true });
        const text = decoded.slice(0, CAP - sent);
        sent += text.length;
        cut += decoded.length - text.length;
        if (text) say({ type: "output", stream, text });
      } else {
        cut += bytes.length;
      }
      return bytes.length;
    };
  };
  python.setStdout({ write: writer("stdout") });
  python.setStderr({ write: writer("stderr") });
  return () => {
    if (cut) say({ type: "cut", characters: cut });
  };
}

async function run(code: string, path: string): Promise<void> {
  const python = await started!;
  await loadPackages(python, code);
  const finish = output(python);
  const program = python.pyimport(PROGRAM);
  const packages = python.toPy(Object.keys(python.lockfile.packages));
  seal();
  const from = now();
  const [succeeded, line, markup] = program.run(code, path, packages);
  finish();
  if (markup) say({ type: "markup", markup });
  say({ type: "done", succeeded, line, seconds: (now() - from) / 1000 });
}

async function answer(request: Request): Promise<void> {
  if (request.type === "run") {
    await run(request.code, request.path);
  } else {
    started = start(request.parts);
    await loadPackages(await started, request.code);
    say({ type: "ready" });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  answer(data).catch((error) => say({ type: "broken", text: String(error) }));
});
