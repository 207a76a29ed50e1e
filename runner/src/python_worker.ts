// Runs a Python program.
import { loadPyodide, type PyodideInterface } from "pyodide";
import program from "./program.py";
import type { Promised, PythonParts, Stream } from "./protocol.js";
import { seal } from "./seal.js";
import { pack, unpack } from "./sparse.js";
import { arrival, finish, now, say, serve, write } from "./worker.js";

/** What `program.py` is called in Python. */
const PROGRAM = "guide_program";

/** Makes `program.py` a module; a snapshot has it already. */
const INSTALL = `
import sys, types
module = sys.modules[name] = types.ModuleType(name)
exec(compile(source, name + ".py", "exec"), module.__dict__)
`;

const parts: Promised<PythonParts> = {
  wasm: arrival("wasm"),
  stdlib: arrival("stdlib"),
  lock: arrival("lock"),
  snapshot: arrival("snapshot"),
};

let python: PyodideInterface;

async function start(folder: string, code: string): Promise<void> {
  // Where a browser has stack switching, Pyodide builds it into the
  // interpreter, and a snapshot then works only there. Without it all browsers
  // are alike.
  Reflect.deleteProperty(WebAssembly, "Suspending");
  Reflect.deleteProperty(WebAssembly, "promising");
  // Pyodide fetches its files by itself; the page has them already.
  const { fetch } = self;
  self.fetch = async (address, ...options) => {
    switch (String(address)) {
      case `${folder}pyodide.asm.wasm`:
        return new Response();
      case `${folder}python_stdlib.zip`:
        // All that is asked of it: a true one would copy the bytes twice.
        return { ok: true, arrayBuffer: () => parts.stdlib } as Response;
    }
    return fetch(address, ...options);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await parts.wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  const script = import(`${folder}pyodide.asm.mjs`);
  const kept = await parts.snapshot;
  python = await loadPyodide({
    indexURL: folder,
    packageBaseUrl: folder,
    lockFileContents: parts.lock,
    createPyodideModule: (await script).default,
    enableRunUntilComplete: false,
    ...(kept
      ? { _loadSnapshot: unpack(kept) }
      : { _makeSnapshot: true }),
  });
  if (!kept) {
    const globals = python.toPy({ name: PROGRAM, source: program });
    python.runPython(INSTALL, { globals });
    globals.destroy();
    const memory = python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
    say({ type: "snapshot", snapshot: pack(memory) });
  }
  await loadPackages(code);
}

/** Loads the packages that the code imports, before it is sealed off. */
async function loadPackages(code: string): Promise<void> {
  await python.loadPackagesFromImports(code, {
    messageCallback: (text) => say({ type: "stage", text }),
  });
}

/** Sends what Python writes, decoded: a character may come in two pieces. */
function writer(stream: Stream): { write: (bytes: Uint8Array) => number } {
  const decoder = new TextDecoder();
  return {
    write(bytes) {
      write(stream, decoder.decode(bytes, { stream: true }));
      return bytes.length;
    },
  };
}

async function run(code: string, path: string): Promise<void> {
  await loadPackages(code);
  python.setStdout(writer("stdout"));
  python.setStderr(writer("stderr"));
  const program = python.pyimport(PROGRAM);
  const packages = python.toPy(Object.keys(python.lockfile.packages));
  seal();
  const from = now();
  const [succeeded, line, markup] = program.run(code, path, packages);
  finish({ succeeded, line, markup }, from);
}

serve(start, run);
