import { type Screen, screens } from "../screens.ts";
import { currentLink, linkTo, screen } from "../state/location.ts";
import { type Theme, theme, themes } from "../state/theme.ts";
import { CopyButton } from "./copy-button.tsx";
import { helpOpen } from "./help-dialog.tsx";

const themeNames: Record<Theme, string> = { light: "Light", dark: "Dark", auto: "Auto" };

/** The bar on top of every screen. */
export function Header() {
  return (
    <header class="header">
      <a class="brand" href="#play">
        out<span>grad</span>
      </a>
      <nav class="nav" aria-label="Screens">
        {Object.entries(screens).map(([name, { name: text }]) => (
          <a
            key={name}
            href={linkTo(name as Screen)}
            aria-current={screen.value === name ? "page" : undefined}
            onClick={(event) => {
              // Written now, not at the last rendering: the address keeps the state that the screen was left in.
              event.currentTarget.href = linkTo(name as Screen);
            }}
          >
            {text}
          </a>
        ))}
        <a href="./docs/">Docs</a>
      </nav>
      <div class="header-tools">
        <label class="theme">
          <span class="sr-only">Theme</span>
          <select
            class="select"
            value={theme.value}
            onChange={(event) => {
              theme.value = event.currentTarget.value as Theme;
            }}
          >
            {themes.map((name) => (
              <option key={name} value={name} selected={name === theme.value}>
                {themeNames[name]}
              </option>
            ))}
          </select>
        </label>
        <CopyButton label="Copy link" text={currentLink} />
        <button
          type="button"
          class="button icon"
          aria-label="Keys and help"
          onClick={() => {
            helpOpen.value = true;
          }}
        >
          ?
        </button>
      </div>
    </header>
  );
}
