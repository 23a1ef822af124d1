import { effect, signal } from "@preact/signals";

/** What a person may choose; "auto" follows the system. */
export const themes = ["light", "dark", "auto"] as const;
export type Theme = (typeof themes)[number];

const key = "outgrad-theme";

/** The theme in use, remembered by this browser. */
export const theme = signal<Theme>(remembered());

effect(() => {
  document.documentElement.dataset.theme = theme.value;
  try {
    window.localStorage.setItem(key, theme.value);
  } catch {
    // Storage may be forbidden; the theme then lasts as long as the page.
  }
});

function remembered(): Theme {
  try {
    const stored = window.localStorage.getItem(key);
    return themes.find((name) => name === stored) ?? "auto";
  } catch {
    return "auto";
  }
}
