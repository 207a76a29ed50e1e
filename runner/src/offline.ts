// The service worker. A page comes from the network if that answers in time, so
// no reader online sees an old one; a file with a content hash in its name comes
// from the cache, as it never changes. All other files are stored under their
// content's hash and a version takes over when no page of another is open, so
// none mix; what only older versions name is then deleted, here and only here.
import { openCache, quietly } from "./cache.js";
import type { Wish } from "./protocol.js";

declare const self: ServiceWorkerGlobalScope;

/** Written by the build: what this version of the site consists of. */
declare const SITE: {
  /** Matches the path of a file with a content hash in its name. */
  hashed: string;
  /** Path and integrity of each file that is kept from the first visit on. */
  files: Record<string, string>;
  /** Paths, or folders, of what is kept once it was used. */
  later: string[];
};
/** Written by the build: the runner's files that are kept from the first visit. */
declare const LIGHT: string[];

/** How long the network may take if there is a page to show instead. */
const PATIENCE_SECONDS = 3;

const home = self.registration.scope;
const hashed = new RegExp(SITE.hashed);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  const wish = event.data as Wish;
  event.waitUntil(
    "keep" in wish
      ? Promise.all(wish.keep.map((address) => quietly(() => keep(address))))
      : takeOver(wish.entry),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (
    request.method !== "GET" ||
    request.headers.has("Range") ||
    !request.url.startsWith(home)
  ) {
    return;
  }
  const path = pathOf(request.url);
  if (hashed.test(path)) event.respondWith(unchanging(event, path));
  else if (path in SITE.files || request.mode === "navigate") {
    event.respondWith(newest(request, path));
  }
});

/** The path below the site's home, as the build writes it. */
function pathOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = (origin + pathname).slice(home.length);
  return path.replace(/(^|\/)index\.html$/, "$1");
}

/** Where the file is in the cache. */
function keyOf(path: string): string {
  return home + (hashed.test(path) ? path : `${path}?${SITE.files[path]}`);
}

async function install(): Promise<void> {
  const cache = await openCache(home);
  await Promise.all(
    [...Object.keys(SITE.files), ...LIGHT].map(async (path) => {
      const key = keyOf(path);
      if (!(await cache.match(key))) await cache.put(key, await exactly(path));
    }),
  );
}

/** The file of this version: the browser's copy of it may be of an older one. */
async function exactly(path: string): Promise<Response> {
  const integrity = SITE.files[path] ?? "";
  const get = async (cache: RequestCache) => {
    const response = await fetch(home + path, { cache, integrity });
    if (!mayKeep(response)) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  return get("default").catch(() => get("reload"));
}

async function activate(): Promise<void> {
  const cache = await openCache(home);
  const named = new Set(Object.keys(SITE.files).map(keyOf));
  const later = SITE.later.map((path) => home + path);
  for (const { url } of await cache.keys()) {
    if (!named.has(url) && !later.some((path) => url.startsWith(path))) {
      await cache.delete(url);
    }
  }
  await self.clients.claim();
}

/** Take over from an older version, unless one of its pages is still open. */
async function takeOver(entry: string): Promise<void> {
  const windows = await self.clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  const open = windows.filter(({ url }) => url.startsWith(home));
  if (open.length === 1 && LIGHT.includes(pathOf(entry))) {
    await self.skipWaiting();
  }
}

/** Keep a file that never changes. */
async function keep(address: string): Promise<void> {
  if (!address.startsWith(home) || !hashed.test(pathOf(address))) return;
  const key = keyOf(pathOf(address));
  const cache = await openCache(home);
  if (await cache.match(key)) return;
  const response = await fetch(address);
  if (mayKeep(response)) await cache.put(key, response);
}

function mayKeep(response: Response): boolean {
  return response.status === 200 && response.type === "basic";
}

function kept(path: string): Promise<Response | undefined> {
  return quietly(async () => (await openCache(home)).match(keyOf(path)));
}

async function unchanging(event: FetchEvent, path: string): Promise<Response> {
  const held = await kept(path);
  if (held) return held;
  const response = await fetch(event.request);
  if (mayKeep(response)) {
    const copy = response.clone();
    event.waitUntil(
      quietly(async () => (await openCache(home)).put(keyOf(path), copy)),
    );
  }
  return response;
}

async function newest(request: Request, path: string): Promise<Response> {
  const held = path in SITE.files ? await kept(path) : undefined;
  const answers = [fetch(request, { cache: "no-cache" })];
  if (held) answers.push(late(held));
  try {
    return await Promise.race(answers);
  } catch (error) {
    if (held) return held;
    if (request.mode !== "navigate") throw error;
    return `${path}/` in SITE.files
      ? Response.redirect(`${home}${path}/`)
      : missing();
  }
}

function late(response: Response): Promise<Response> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(response), PATIENCE_SECONDS * 1000);
  });
}

async function missing(): Promise<Response> {
  const page = await kept("404.html");
  return page
    ? new Response(page.body, { status: 404, headers: page.headers })
    : Response.error();
}
