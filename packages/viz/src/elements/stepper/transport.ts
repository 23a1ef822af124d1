/// <reference lib="dom" preserve="true" />
import { make, setAttribute, setText } from "../make.js";
import { type Icon, icon } from "./icons.js";

const playMs = 900;

/** The controls of a story: first, back, on, last, play, and a line to drag along. */
export class Transport {
  readonly row: HTMLDivElement;
  private readonly moves: Readonly<Record<"first" | "back" | "on" | "last", HTMLButtonElement>>;
  private readonly play = make("button", { type: "button", class: "og-play" });
  private readonly scrubber = make("input", { type: "range", min: 0, step: 1, "aria-label": "Step" });
  private readonly place = make("output", { class: "og-place" });
  private readonly go: (position: number) => void;
  private readonly next: () => void;
  private position = 0;
  private last = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `go` is asked for a position, `next` for the one after, which may have to be guessed first. */
  constructor(go: (position: number) => void, next: () => void) {
    this.go = go;
    this.next = next;
    const move = (sign: Icon, name: string, on: () => void) => {
      const button = make("button", { type: "button", "aria-label": name, title: name }, icon(sign));
      button.addEventListener("click", () => {
        this.pause();
        if (button.getAttribute("aria-disabled") !== "true") on();
      });
      return button;
    };
    this.moves = {
      first: move("first", "First step", () => go(0)),
      back: move("back", "Back", () => go(this.position - 1)),
      on: move("on", "On", next),
      last: move("last", "Last step", () => go(this.last)),
    };
    this.play.addEventListener("click", () => this.toggle());
    this.scrubber.addEventListener("input", () => {
      this.pause();
      go(this.scrubber.valueAsNumber);
    });
    const buttons = make("div", { class: "og-moves" }, ...Object.values(this.moves), this.play);
    this.row = make(
      "div",
      { class: "og-transport", part: "transport", role: "group", "aria-label": "Steps" },
      buttons,
      this.scrubber,
      this.place,
    );
    this.showPlay();
  }

  show(position: number, last: number, text: string): void {
    this.position = position;
    this.last = last;
    const { first, back, on, last: end } = this.moves;
    for (const button of [first, back]) setAttribute(button, "aria-disabled", String(position === 0));
    for (const button of [on, end]) setAttribute(button, "aria-disabled", String(position === last));
    setAttribute(this.scrubber, "max", last);
    this.scrubber.valueAsNumber = position;
    setAttribute(this.scrubber, "aria-valuetext", text);
    setText(this.place, text);
    if (position === last) this.pause();
  }

  pause(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.showPlay();
  }

  /** Takes the focus to where a person goes on. */
  focus(): void {
    this.moves.on.focus();
  }

  /** Nothing is played where every step is asked for first. */
  set canPlay(can: boolean) {
    if (!can) this.pause();
    this.play.hidden = !can;
  }

  /** Plays from here, or from the start if this is the end; or pauses. */
  toggle(): void {
    if (this.play.hidden) return;
    if (this.timer !== undefined) {
      this.pause();
      return;
    }
    if (this.position === this.last) this.go(0);
    this.tick();
    this.showPlay();
  }

  private tick(): void {
    this.timer = setTimeout(() => {
      this.next();
      if (this.timer !== undefined) this.tick();
    }, playMs);
  }

  private showPlay(): void {
    const isPlaying = this.timer !== undefined;
    const text = isPlaying ? "Pause" : "Play";
    if (this.play.textContent === text) return;
    this.play.replaceChildren(icon(isPlaying ? "pause" : "play"), make("span", {}, text));
  }
}
