import type { Plugin } from "vite";

/** Puts sandbox.html beside the pages of a vite build; `vite dev` serves one made from the sources. */
export function sandboxPage(): Plugin;
