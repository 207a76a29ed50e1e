// Beside each heading a second sign: it reports an error in that section.

export function offerReports(): void {
  // The page's own, in its foot; 404's has no address to name.
  const whole = document.querySelector<HTMLAnchorElement>("[data-report]");
  if (!whole) return;
  for (const permanent of document.querySelectorAll<HTMLAnchorElement>(
    "article .headerlink",
  )) {
    const link = document.createElement("a");
    link.className = "headerlink";
    link.textContent = "⚑";
    link.title = "Report an error in this section";
    // One stop per heading is enough; the foot has a link for the keyboard.
    link.tabIndex = -1;
    const address = new URL(whole.href);
    const page = address.searchParams.get("page");
    address.searchParams.set("page", `${page}${permanent.hash}`);
    link.href = address.href;
    permanent.after(link);
  }
}
