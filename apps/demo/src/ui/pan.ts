/** Lets the mouse drag the content of a scrolling box, as fingers do by themselves. */
export function panWithMouse(down: PointerEvent): void {
  const box = down.currentTarget;
  if (!(box instanceof HTMLElement) || down.pointerType !== "mouse" || down.button !== 0) return;
  const start = { x: down.clientX + box.scrollLeft, y: down.clientY + box.scrollTop };
  const move = ({ clientX, clientY }: PointerEvent) => box.scrollTo(start.x - clientX, start.y - clientY);
  const end = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}
