// Fetches what a worker needs to start Python, once per page. A snapshot of the
// started Python is made by the first worker and kept, in memory and in the
// cache: to ship one would cost more bytes than it saves time.
import type { Parts } from "./protocol.js";

/** Written by the build: where Python is, and the bytes of its files. */
declare const PYTHON: { folder: string; bytes: Record<string, number> };

export const folder = new URL(`../${PYTHON.folder}/`, import.meta.url).href;

const CACHE = "python";
const SNAPSHOT = `${folder}snapshot`;
const STDLIB = `${folder}stdlib`;

export type Progress = (loaded: number, total: number) => void;

let parts: Promise<Parts> | undefined;
let progress: Progress = () => {};
let loaded = 0;
let total = 0;

/** The parts, fetched at the first call; `listen` hears of later bytes. */
export function prepare(listen: Progress = progress): Promise<Parts> {
  progress = listen;
  return (parts ??= fetchParts().catch((error) => {
    parts = undefined;
    throw error;
  }));
}

/** Keep a snapshot for the next worker, and in the cache for later pages. */
export async function keepSnapshot(snapshot: Blob): Promise<void> {
  const held = await prepare();
  held.snapshot = snapshot;
  await quietly(async () => {
    // Only the newest is kept: each takes 40 MB.
    await caches.delete(CACHE);
    const cache = await caches.open(CACHE);
    await cache.put(STDLIB, new Response(held.stdlib));
    await cache.put(SNAPSHOT, new Response(snapshot));
  });
}

/** Forget a snapshot that does not start; false if there was none. */
export async function dropSnapshot(): Promise<boolean> {
  const held = await prepare();
  const had = held.snapshot !== undefined;
  held.snapshot = undefined;
  await quietly(() => caches.delete(CACHE));
  return had;
}

async function fetchParts(): Promise<Parts> {
  loaded = total = 0;
  const [wasm, stdlib, lock, snapshot] = await Promise.all([
    get("pyodide.asm.wasm").then((file) => WebAssembly.compileStreaming(file)),
    cached(STDLIB).then((held) => held ?? unpack("stdlib.zip.gz")),
    get("pyodide-lock.json").then((response) => response.text()),
    cached(SNAPSHOT),
  ]);
  return { folder, wasm, stdlib, lock, snapshot };
}

function cached(address: string): Promise<Blob | undefined> {
  return quietly(async () => {
    const cache = await caches.open(CACHE);
    return (await cache.match(address))?.blob();
  });
}

/** Compressed when it was built, as hosts do not compress every kind. */
async function unpack(name: string): Promise<Blob> {
  const response = await get(name);
  const unpacked = response.body!.pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).blob();
}

/** A full or denied cache, or a snapshot that fails, only means slower. */
async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** The file, its bytes counted as they come. */
async function get(name: string): Promise<Response> {
  const response = await fetch(folder + name);
  if (!response.ok) {
    throw new Error(`${name} cannot be fetched (${response.status}).`);
  }
  total += PYTHON.bytes[name]!;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.length;
      progress(loaded, total);
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body!.pipeThrough(counter), response);
}
