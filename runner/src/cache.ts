// What the browser keeps for the site, if it will: a full or denied cache only
// means slower. The service worker deletes what no version needs any more.

/** The site's cache: all sites of an origin share one list of names. */
export function openCache(home: string): Promise<Cache> {
  return caches.open(`guide ${home}`);
}

/** What is undefined if it fails. */
export async function quietly<T>(
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** The bytes that are kept at this address. */
export function read(address: string): Promise<ArrayBuffer | undefined> {
  return quietly(async () => (await match(address))?.arrayBuffer());
}

/** Keep all of these, or none. */
export async function write(files: Record<string, ArrayBuffer>): Promise<void> {
  try {
    for (const [address, file] of Object.entries(files)) {
      await (await holder(address)).put(address, new Response(file));
    }
  } catch {
    await remove(Object.keys(files));
  }
}

export async function remove(addresses: string[]): Promise<void> {
  for (const address of addresses) {
    await quietly(async () => (await holder(address)).delete(address));
  }
}

async function match(address: string): Promise<Response | undefined> {
  return (await holder(address)).match(address);
}

/** The cache of the site in which an engine has this address. */
function holder(address: string): Promise<Cache> {
  return openCache(new URL("../../", address).href);
}
