/// <reference lib="dom" />

/** Lets the mouse drag the content of a scrolling box, as fingers do by themselves. */
export function panWithMouse(down: PointerEvent): void {
  const box = down.currentTarget;
  if (!(box instanceof HTMLElement) || down.pointerType !== "mouse" || down.button !== 0) return;
  const start = { x: down.clientX + box.scrollLeft, y: down.clientY + box.scrollTop };
  const ended = new AbortController();
  const options = { signal: ended.signal };
  const move = ({ clientX, clientY }: PointerEvent) => box.scrollTo(start.x - clientX, start.y - clientY);
  window.addEventListener("pointermove", move, options);
  window.addEventListener("pointerup", () => ended.abort(), options);
  window.addEventListener("pointercancel", () => ended.abort(), options);
}

const air = 24;

/** Scrolls a box, never the page, until a rectangle of its content is in view. */
export function reveal(
  box: HTMLElement,
  inner: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): void {
  const outer = box.getBoundingClientRect();
  const by = (low: number, high: number, from: number, to: number) =>
    low < from ? low - from - air : high > to ? high - to + air : 0;
  const left = by(inner.left, inner.right, outer.left, outer.right);
  const top = by(inner.top, inner.bottom, outer.top, outer.bottom);
  if (left !== 0 || top !== 0) box.scrollBy({ left, top });
}
