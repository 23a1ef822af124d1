import { type Direction, draw } from "@outgrad/viz";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { panWithMouse } from "../ui/pan.ts";
import { Panel } from "../ui/panel.tsx";
import { useWidth } from "../ui/width.ts";
import { dress } from "./dress.ts";
import { walk } from "./graph-walk.ts";
import { circuit, moment, pointed, told } from "./state.ts";
import { Transport } from "./transport.tsx";

/** The graph of the expression with the controls of its story. viz prints it, and escapes what people wrote. */
export function GraphView() {
  const box = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(false);
  const now = moment.value;
  const { graph, passes } = circuit.value;
  const hasSteps = now.phase === "backward" && passes > 0;
  const step = hasSteps ? Math.max(0, now.done - 1) : 0;
  const room = useWidth(box);
  const direction = room < narrow ? "TB" : "LR";
  // Asked before the drawing is replaced, and with it the card that has the focus.
  const focused = box.current && focusedPlace(box.current);
  const svg = useMemo(() => draw(graph, { step, direction }).svg(), [graph, step, direction]);

  useLayoutEffect(() => {
    const drawn = box.current?.querySelector("svg");
    if (!box.current || !drawn) return;
    dress(drawn, told.value, now);
    const entry = pointed.peek() ?? (circuit.value.graph.roots[0] as number);
    cardAt(box.current, focused ?? entry)?.setAttribute("tabindex", "0");
    if (focused !== null) cardAt(box.current, focused)?.focus({ preventScroll: true });
  }, [svg, now]);

  useLayoutEffect(() => {
    if (box.current) reveal(box.current, box.current.querySelector(".og-current"));
  }, [now.position]);

  useLayoutEffect(() => {
    for (const card of box.current?.querySelectorAll<SVGElement>(".og-card") ?? []) {
      card.classList.toggle("pointed", card.dataset.id === String(pointed.value));
    }
  }, [pointed.value, svg, now]);

  const point = (event: Event) => {
    pointed.value = placeOf((event.target as Element).closest(".og-card"));
  };
  const leave = () => {
    pointed.value = null;
  };
  return (
    <Panel
      title="Graph"
      class="graph"
      tools={
        widthOf(svg) > room && (
          <button type="button" class="button quiet small" aria-pressed={fits} onClick={() => setFits(!fits)}>
            {fits ? "Real size" : "Fit width"}
          </button>
        )
      }
    >
      <section
        ref={box}
        aria-label="Cards of the graph; arrow keys follow its edges"
        class={fits ? "graph-box fits" : "graph-box"}
        onPointerOver={point}
        onPointerLeave={leave}
        onFocusIn={point}
        onFocusOut={leave}
        onPointerDown={panWithMouse}
        onKeyDown={(event) => follow(event, box.current, direction)}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <Transport />
    </Panel>
  );
}

/** The width of a drawing at its real size, in pixels. */
const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);

/** Below this width in pixels the graph runs from top to bottom. */
const narrow = 560;

/** The arrow keys where the graph runs from top to bottom: up leads to the inputs. */
const turned: Readonly<Record<string, string>> = {
  ArrowUp: "ArrowLeft",
  ArrowDown: "ArrowRight",
  ArrowLeft: "ArrowUp",
  ArrowRight: "ArrowDown",
};

const placeOf = (card: Element | null | undefined): number | null => {
  const place = (card as SVGElement | null | undefined)?.dataset.id;
  return place === undefined ? null : Number(place);
};

const cardAt = (box: Element, place: number) => box.querySelector<SVGElement>(`.og-card[data-id="${place}"]`);

/** The card that has the focus, so that a new drawing can give it back. */
function focusedPlace(box: Element): number | null {
  return box.contains(document.activeElement) ? placeOf(document.activeElement?.closest(".og-card")) : null;
}

function follow(event: KeyboardEvent, box: HTMLElement | null, direction: Direction): void {
  const from = box && focusedPlace(box);
  if (box === null || from === null) return;
  const cards = [...box.querySelectorAll(".og-card[data-id]")].map((card) => {
    const { x, y } = card.getBoundingClientRect();
    const [along, across] = direction === "LR" ? [x, y] : [y, x];
    return { place: placeOf(card) as number, along, across };
  });
  const to = walk(
    circuit.peek(),
    cards,
    from,
    direction === "LR" ? event.key : (turned[event.key] ?? event.key),
  );
  if (to === undefined) return;
  event.preventDefault();
  const card = cardAt(box, to);
  cardAt(box, from)?.setAttribute("tabindex", "-1");
  card?.setAttribute("tabindex", "0");
  card?.focus({ preventScroll: true });
  reveal(box, card);
}

/** Scrolls the box, never the page, until a card is in view. */
function reveal(box: Element, card: Element | null): void {
  if (card === null) return;
  const [outer, inner] = [box.getBoundingClientRect(), card.getBoundingClientRect()];
  const air = 24;
  const by = (low: number, high: number, from: number, to: number) =>
    low < from ? low - from - air : high > to ? high - to + air : 0;
  box.scrollBy({
    left: by(inner.left, inner.right, outer.left, outer.right),
    top: by(inner.top, inner.bottom, outer.top, outer.bottom),
  });
}
