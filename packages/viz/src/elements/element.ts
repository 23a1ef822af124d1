/// <reference lib="dom" preserve="true" />
import { controls } from "./controls.js";
import { make, setText } from "./make.js";
import { adopt } from "./sheet.js";

/** Where there is no DOM, the classes can be loaded but not made. */
const Base: typeof HTMLElement =
  globalThis.HTMLElement ?? (class {} as unknown as typeof globalThis.HTMLElement);

/**
 * What the elements have in common: a shadow root with the style of the package, and one update for all properties
 * that were set in a row.
 */
export abstract class OgElement extends Base {
  /** Resolves when the properties that have been set are shown. */
  updated: Promise<void> = Promise.resolve();
  protected readonly shadow: ShadowRoot;
  private isWaiting = false;
  private readonly problem = make("p", { class: "og-problem", role: "alert", hidden: true });

  constructor(style: string) {
    super();
    this.shadow = this.attachShadow({ mode: "open" });
    this.shadow.append(this.problem);
    adopt(this.shadow, controls, style);
  }

  /** Brings what is shown up to date. */
  protected abstract update(): void;

  connectedCallback(): void {
    takeOver(this);
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.changed(), { once: true });
    }
    this.changed();
  }

  /** Asks for an update; those of one task are one. */
  protected changed(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.updated = Promise.resolve().then(() => {
      this.isWaiting = false;
      if (this.isConnected) this.tryToUpdate();
    });
  }

  /** What cannot be shown is said, such as data that cannot be read. */
  private tryToUpdate(): void {
    let message = "";
    try {
      this.update();
    } catch (problem) {
      message = (problem as Error).message;
    }
    this.problem.hidden = message === "";
    setText(this.problem, message);
  }

  /** Asks for another update when something has been loaded. */
  protected changedAfter(loading: Promise<unknown>): void {
    this.updated = loading.then(() => {
      this.changed();
      return this.updated;
    });
  }

  /** Tells the page; the event leaves shadow roots. */
  protected tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** The data in the attribute `json`, or in a `<script type="application/json">` inside the element. */
  protected jsonInside(): unknown {
    const script = this.querySelector(':scope > script[type="application/json"]');
    const json = this.getAttribute("json") ?? script?.textContent;
    return json == null ? undefined : JSON.parse(json);
  }
}

/** Properties that were set before the element was defined hide their setters. */
function takeOver(element: object): void {
  const prototype = Object.getPrototypeOf(element);
  for (const [name, value] of Object.entries(element)) {
    if (!(name in prototype)) continue;
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}

/** Makes an element known to pages; where there is no DOM, and where it is known already, nothing happens. */
export function define(name: string, element: CustomElementConstructor): void {
  if (typeof customElements !== "undefined" && !customElements.get(name))
    customElements.define(name, element);
}
