/// <reference lib="dom" preserve="true" />

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

/** Scrolls a box, never the page, until rectangles of its content are in view: all of them, or at least the first. */
export function reveal(box: HTMLElement, rects: readonly DOMRect[]): void {
  const [first] = rects;
  if (first === undefined) return;
  const outer = box.getBoundingClientRect();
  const all = {
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
  const across = all.right - all.left + 2 * air <= outer.width ? all : first;
  const down = all.bottom - all.top + 2 * air <= outer.height ? all : first;
  const by = (low: number, high: number, from: number, to: number) =>
    low < from ? low - from - air : high > to ? high - to + air : 0;
  const left = by(across.left, across.right, outer.left, outer.right);
  const top = by(down.top, down.bottom, outer.top, outer.bottom);
  if (left !== 0 || top !== 0) box.scrollBy({ left, top });
}
