/** Where the site begins. */
export const HOME = new URL("../../", import.meta.url).href;
