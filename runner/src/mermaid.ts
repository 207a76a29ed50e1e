// The theme draws diagrams with `window.mermaid` and would fetch it from
// elsewhere; this stands in, and loads the site's own copy when the first
// diagram comes near the reader.
import type { Mermaid, MermaidConfig } from "mermaid";

declare global {
  interface Window {
    mermaid?: Pick<Mermaid, "initialize" | "render">;
  }
}

/** So far ahead of what is on the screen is near: a screen's height. */
const AHEAD = { rootMargin: "100% 0px" };

export function offerMermaid(): void {
  let settings: MermaidConfig = {};
  window.mermaid = {
    initialize(config) {
      settings = config;
    },
    async render(...diagram) {
      await near(diagram[1]);
      const { default: mermaid } = await import("mermaid");
      mermaid.initialize(settings);
      return mermaid.render(...diagram);
    },
  };
}

/** Until the diagram of this source is near the reader, or is printed. */
function near(source: string): Promise<void> {
  const places = document.querySelectorAll("pre.mermaid");
  const place = [...places].find(({ textContent }) => textContent === source);
  return new Promise((resolve) => {
    if (!place) return resolve(); // what is drawn has no place in the page
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) done();
    }, AHEAD);
    const done = () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", done);
      resolve();
    };
    observer.observe(place);
    window.addEventListener("beforeprint", done);
  });
}
