import type { Plugin } from "vite";

/** Puts the sandboxed pages beside those of a vite build; `vite dev` serves ones made from the sources. */
export function sandboxPage(): Plugin;
