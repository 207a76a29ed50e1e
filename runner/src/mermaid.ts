// The theme draws diagrams with `window.mermaid` and would fetch it from
// elsewhere; this stands in and loads the site's own copy at the first diagram.
import type { Mermaid, MermaidConfig } from "mermaid";

declare global {
  interface Window {
    mermaid?: Pick<Mermaid, "initialize" | "render">;
  }
}

export function offerMermaid(): void {
  let settings: MermaidConfig = {};
  window.mermaid = {
    initialize(config) {
      settings = config;
    },
    async render(...diagram) {
      const { default: mermaid } = await import("mermaid");
      mermaid.initialize(settings);
      return mermaid.render(...diagram);
    },
  };
}
