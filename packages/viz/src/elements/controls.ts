import { fonts } from "../theme.js";

/** What all elements look like, and their buttons, fields and tables. */
export const controls = `
:host{display:block;color:var(--og-ink-);font:15px/1.5 ${fonts};text-align:start}
:host([hidden]),[hidden]{display:none!important}
*,*::before,*::after{box-sizing:border-box}
button,input,select{font:inherit;color:inherit}
button,.og-choice span{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-height:44px;min-width:44px;padding:0 12px;
  border:1px solid var(--og-line-);border-radius:8px;background:var(--og-ground-);cursor:pointer}
button:hover:not([aria-disabled=true]),.og-choice span:hover{background:var(--og-sunken-)}
button[aria-disabled=true]{color:var(--og-muted-);border-color:var(--og-faint-);cursor:default}
button[aria-pressed=true],.og-choice input:checked+span{background:var(--og-leaf-);border-color:var(--og-data-);color:var(--og-data-);font-weight:600}
:focus-visible{outline:3px solid var(--og-data-);outline-offset:2px}
button svg{display:block}
.og-choice{display:inline-flex;flex-wrap:wrap;align-items:center;gap:4px;margin:0;padding:0;border:0;min-width:0}
.og-choice legend{float:left;margin-inline-end:8px;padding:0}
.og-choice label{position:relative}
.og-choice input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.og-choice input:focus-visible+span{outline:3px solid var(--og-data-);outline-offset:2px}
p{margin:0;overflow-wrap:anywhere}
.og-problem{padding:10px 12px;border:1px solid var(--og-bad-);border-radius:8px;color:var(--og-bad-)}
.og-note{color:var(--og-muted-);font-size:14px}
.og-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
