// Runs a Python program.
import { loadPyodide, type PyodideInterface } from "pyodide";
import exerciseSource from "./exercise.py";
import programSource from "./program.py";
import type {
  Program,
  Promised,
  PythonParts,
  Stream,
  Test,
} from "./protocol.js";
import { seal } from "./seal.js";
import { pack, unpack } from "./sparse.js";
import { arrival, finish, now, say, serve, write } from "./worker.js";

/** What `program.py` and `exercise.py` are called in Python. */
const PROGRAM = "guide_program";
const EXERCISE = "guide_exercise";

/** What checks a solution, and what a program cannot count on to be there. */
const CHECKS = "pytest";

/** Makes a source a module. */
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
let checking = false;

async function start(folder: string, program: Program): Promise<void> {
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
    install(PROGRAM, programSource);
    const memory = python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
    say({ type: "snapshot", snapshot: pack(memory) });
  }
  await load(program);
}

/** Loads what the program will import, before it is sealed off. */
async function load({ code, check }: Program): Promise<void> {
  const options = {
    messageCallback: (text: string) => say({ type: "stage", text }),
  };
  await python.loadPackagesFromImports(code, options);
  if (check === undefined || checking) return;
  await python.loadPackagesFromImports(check, options);
  await python.loadPackage(CHECKS, options);
  install(EXERCISE, exerciseSource);
  checking = true;
}

function install(name: string, source: string): void {
  const globals = python.toPy({ name, source });
  python.runPython(INSTALL, { globals });
  globals.destroy();
}

/** What a program may import of packages. */
function held(): string[] {
  const { packages } = python.lockfile;
  const checks = new Set([CHECKS]);
  for (const name of checks) {
    for (const needed of packages[name]!.depends) checks.add(needed);
  }
  return Object.values(packages).flatMap(({ name, imports }) =>
    checks.has(name) ? [] : imports,
  );
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

function tell(
  name: string,
  verdict: Test["verdict"],
  message: string,
  detail: string,
): void {
  say({ type: "test", name, verdict, message, detail });
}

async function run(program: Program): Promise<void> {
  await load(program);
  python.setStdout(writer("stdout"));
  python.setStderr(writer("stderr"));
  const { code, path, check, values } = program;
  const runner = python.pyimport(check === undefined ? PROGRAM : EXERCISE);
  const packages = python.toPy(held());
  seal();
  const from = now();
  const [succeeded, line, markup, table] =
    check === undefined
      ? runner.run(code, path, packages, values)
      : runner.check(code, path, check, packages, tell);
  finish({ succeeded, line, markup, table }, from);
}

serve(start, run);
