export const plotElementStyle = `
.og-picture{position:relative;width:fit-content;max-width:100%}
.og-picture>svg{display:block;max-width:100%;height:auto}
.og-note{white-space:pre-line}
summary{display:inline-flex;align-items:center;min-height:44px;cursor:pointer}
summary::before{content:"▸ "/"";margin-inline-end:6px}
details[open]>summary::before{content:"▾ "/""}
pre{margin:0;max-height:320px;overflow:auto;font:13px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
.og-plane{position:relative;touch-action:manipulation;cursor:crosshair}
.og-cross{fill:none;stroke:var(--og-ink-);stroke-width:1.5;stroke-dasharray:5 3;pointer-events:none}
`;
