// What one page made and the next can use: kept by the browser, if it will.
// A full or denied cache only means slower.

const CACHE = "python";

export async function has(address: string): Promise<boolean> {
  try {
    const cache = await caches.open(CACHE);
    return (await cache.match(address)) !== undefined;
  } catch {
    return false;
  }
}

/** The bytes at this address, where `has` was true. */
export async function read(address: string): Promise<ArrayBuffer> {
  const response = await (await caches.open(CACHE)).match(address);
  if (!response) throw new Error("The browser's cache was emptied.");
  return response.arrayBuffer();
}

/** Keep these alone: those of an earlier version take 40 MB for nothing. */
export async function replace(files: Record<string, Blob>): Promise<void> {
  try {
    await caches.delete(CACHE);
    const cache = await caches.open(CACHE);
    for (const [address, file] of Object.entries(files)) {
      await cache.put(address, new Response(file));
    }
  } catch {
    await caches?.delete(CACHE).catch(() => false);
  }
}
