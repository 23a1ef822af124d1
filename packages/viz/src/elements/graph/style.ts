import { graphStyle } from "../../draw/style.js";
import { themeRules } from "../../theme.js";

/** The style of a drawn graph, with the page's colours, and what only a living graph shows. */
export const pictureStyle = `
${graphStyle("light").replace(themeRules("light"), "")}
.og-frame{display:grid;gap:8px}
.og-tools{display:flex;flex-wrap:wrap;gap:8px;align-items:center;justify-content:space-between}
.og-box{display:grid;place-items:safe center;overflow:auto;overscroll-behavior:contain;max-height:var(--og-graph-height,min(70vh,620px));
  background:var(--og-ground-)}
.og-paper{overflow:hidden}
.og-box svg{display:block}
.og-card{outline:none}
.og-card.pointed>rect:first-of-type{stroke:var(--og-data-);stroke-width:2.5}
.og-graph .og-future>rect:first-of-type{fill:var(--og-sunken-);stroke-width:1.25;stroke-dasharray:4 3}
.og-graph .og-future .og-label{fill:var(--og-muted-)}
.og-graph .og-future .og-badge>rect{fill:var(--og-muted-)}
.og-graph .og-bad>rect:first-of-type,.og-graph .og-badGrad>rect:first-of-type{stroke:var(--og-bad-);stroke-width:2;stroke-dasharray:3 3}
.og-graph .og-cause>rect:first-of-type{stroke-width:4;stroke-dasharray:none}
.og-graph .og-card:focus-visible>rect:first-of-type{stroke:var(--og-data-);stroke-width:4;stroke-dasharray:none}
.og-graph .og-bad .og-data,.og-graph .og-badGrad .og-grad{fill:var(--og-bad-);font-weight:700}
.og-graph .og-cause .og-caption:first-of-type{fill:var(--og-bad-);font-weight:700}
#og-stripes>rect{fill:var(--og-bad-);fill-opacity:.2}
.og-card>.og-stripes{fill:url(#og-stripes);stroke:none}
.og-graph .og-marked>.og-line{stroke:var(--og-bad-);stroke-width:4;stroke-dasharray:9 5}
.og-graph .og-marked>.og-arrow{fill:var(--og-bad-)}
.og-graph .og-pill.og-marked>rect{fill:var(--og-badSoft-);stroke:var(--og-bad-);stroke-width:2.5}
.og-graph .og-pill.og-marked>text{fill:var(--og-bad-);font-weight:700}
.og-pill.og-off{display:none}
.og-sheet{justify-self:start;align-self:start}
.og-canvas{position:sticky;left:0;top:0;display:block}
.og-canvas:focus-visible{outline-offset:-3px}
.og-progress{display:flex;flex-wrap:wrap;align-items:center;gap:12px}
`;
