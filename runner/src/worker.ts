// One worker runs one program, away from the page, and is then thrown away.
import { loadPyodide, type PyodideInterface } from "pyodide";
import { read } from "./cache.js";
import program from "./program.py";
import type { Event, Kept, Parts, Request, Stream } from "./protocol.js";
import { seal } from "./seal.js";
import { pack, unpack } from "./sparse.js";

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

// The parts arrive one by one; each is awaited where it is needed.
const arrivals = new Map<keyof Parts, (part: never) => void>();

function arrival<Name extends keyof Parts>(name: Name): Promise<Parts[Name]> {
  return new Promise((resolve) => arrivals.set(name, resolve));
}

const parts = {
  wasm: arrival("wasm"),
  stdlib: arrival("stdlib"),
  lock: arrival("lock"),
  snapshot: arrival("snapshot"),
};

function bytesOf(kept: Kept): Promise<ArrayBuffer> {
  return kept instanceof Blob ? kept.arrayBuffer() : read(kept.cached);
}

async function start(folder: string): Promise<PyodideInterface> {
  // Where a browser has stack switching, Pyodide builds it into the
  // interpreter, and a snapshot then works only there. Without it all browsers
  // are alike.
  Reflect.deleteProperty(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "promising");
  // Pyodide fetches its files by itself; the page has them already.
  const stdlib = parts.stdlib.then(bytesOf);
  const { fetch } = self;
  self.fetch = async (address, ...options) => {
    switch (String(address)) {
      case `${folder}pyodide.asm.wasm`:
        return new Response();
      case `${folder}python_stdlib.zip`:
        return new Response(await stdlib);
    }
    return fetch(address, ...options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await parts.wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  const script = import(`${folder}pyodide.asm.mjs`);
  const kept = await parts.snapshot;
  const python = await loadPyodide({
    indexURL: folder,
    packageBaseUrl: folder,
    lockFileContents: parts.lock,
    createPyodideModule: (await script).default,
    enableRunUntilComplete: false,
    ...(kept ? { _loadSnapshot: bytesOf(kept).then(unpack) } : { _makeSnapshot: true }),
  });
  if (!kept) {
    const globals = python.toPy({ name: PROGRAM, source: program });
    python.runPython(INSTALL, { globals });
    globals.destroy();
    const memory = python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
    say({ type: "snapshot", snapshot: pack(memory) });
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
  switch (request.type) {
    case "part":
      arrivals.get(request.name)!(request.part as never);
      break;
    case "start":
      started = start(request.folder);
      await loadPackages(await started, request.code);
      say({ type: "ready" });
      break;
    case "run":
      await run(request.code, request.path);
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  answer(data).catch((error) => say({ type: "broken", text: String(error) }));
});
