// Has the browser keep the site, for when there is no network.
import type { Wish } from "./protocol.js";

/** Written by the build: whether `make serve` shows pages that still change. */
declare const SERVING: boolean;

/** Keep the site that this page's entry script belongs to. */
export async function keepSite(entry: string): Promise<void> {
  const workers = navigator.serviceWorker;
  const home = new URL("../../", entry).href;
  if (SERVING) {
    // One is left over if a built site was once served at this address.
    await (await workers.getRegistration(home))?.unregister();
    return;
  }
  if (!workers.controller) keepWhatWasLoaded();
  const registration = await workers.register(`${home}offline.js`);
  const offer = () =>
    registration.waiting?.postMessage({ entry } satisfies Wish);
  const follow = () =>
    registration.installing?.addEventListener("statechange", offer);
  offer();
  follow();
  registration.addEventListener("updatefound", follow);
}

/** Keep these files as well, as soon as the site is kept. */
export async function keepFiles(addresses: string[]): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active!.postMessage({ keep: addresses } satisfies Wish);
}

/** On a first visit files arrive before the service worker can see them. */
function keepWhatWasLoaded(): void {
  new PerformanceObserver((loaded) => {
    void keepFiles(loaded.getEntries().map(({ name }) => name));
  }).observe({ type: "resource", buffered: true });
}
