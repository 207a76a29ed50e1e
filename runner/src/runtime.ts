// Fetches what a worker needs to start Python, once per page. A snapshot of the
// started Python is made by the first worker and kept, in memory and in the
// cache: to ship one would cost more bytes than it saves time.
import { has, quietly, remove, write } from "./cache.js";
import { keepFiles } from "./keep.js";
import type { Kept, Parts } from "./protocol.js";

/** Written by the build: where Python is, and the bytes of its files. */
declare const PYTHON: { folder: string; bytes: Record<string, number> };

export const folder = new URL(`../${PYTHON.folder}/`, import.meta.url).href;

const SNAPSHOT = `${folder}snapshot`;
const STDLIB = `${folder}stdlib`;

export type Progress = (loaded: number, total: number) => void;

type Promised<T> = { [Name in keyof T]: Promise<T[Name]> };

let parts: Promised<Parts> | undefined;
let progress: Progress = () => {};
let loaded = 0;
let total = 0;

/** The parts, fetched at the first call; `listen` hears of later bytes. */
export function prepare(listen: Progress): Promised<Parts> {
  progress = listen;
  if (!parts) {
    parts = fetchParts();
    void quietly(() => keepAll(Object.values(parts!)));
  }
  return parts;
}

/** Keep all that any program may need when there is no network. */
async function keepAll(fetched: Promise<unknown>[]): Promise<void> {
  await Promise.all(fetched);
  await keepFiles(Object.keys(PYTHON.bytes).map((name) => folder + name));
}

/** Fetch anew at the next call. */
export function forget(): void {
  parts = undefined;
}

/** Keep a snapshot for the next worker, and in the cache for later pages. */
export async function keepSnapshot(snapshot: Blob): Promise<void> {
  if (!parts) return;
  parts.snapshot = Promise.resolve(snapshot);
  const stdlib = await parts.stdlib;
  if (stdlib instanceof Blob) {
    await write({ [STDLIB]: stdlib, [SNAPSHOT]: snapshot });
  }
}

/** Forget a snapshot that does not start; false if there was none. */
export async function dropSnapshot(): Promise<boolean> {
  const had = (await parts?.snapshot) !== undefined;
  await remove([STDLIB, SNAPSHOT]);
  forget();
  return had;
}

function fetchParts(): Promised<Parts> {
  loaded = total = 0;
  return {
    wasm: get("pyodide.asm.wasm").then((response) =>
      WebAssembly.compileStreaming(response),
    ),
    stdlib: cached(STDLIB).then((kept) => kept ?? unpack("stdlib.zip.gz")),
    lock: get("pyodide-lock.json").then((response) => response.text()),
    snapshot: cached(SNAPSHOT),
  };
}

async function cached(address: string): Promise<Kept | undefined> {
  return (await has(address)) ? { cached: address } : undefined;
}

/** Compressed when it was built, as hosts do not compress every kind. */
async function unpack(name: string): Promise<Blob> {
  const response = await get(name);
  const unpacked = response.body!.pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).blob();
}

/** The file, its bytes counted as they come. */
async function get(name: string): Promise<Response> {
  total += PYTHON.bytes[name]!;
  const response = await fetch(folder + name);
  if (!response.ok) {
    throw new Error(`${name} cannot be fetched (${response.status}).`);
  }
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.length;
      progress(loaded, total);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body!.pipeThrough(counter), response);
}
