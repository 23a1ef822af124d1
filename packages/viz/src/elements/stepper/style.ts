export const stepperStyle = `
:host{container-type:inline-size}
.og-stepper{display:grid;gap:14px;grid-template-columns:minmax(0,1fr)}
.og-moves{display:flex;flex-wrap:wrap;gap:6px}
.og-transport{display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;padding:8px 0;background:var(--og-ground-);
  border-block:1px solid var(--og-faint-)}
.og-transport input{flex:1 1 160px;min-width:0;height:44px;margin:0;accent-color:var(--og-data-)}
.og-play{min-width:104px}
.og-place{min-width:118px;text-align:end;color:var(--og-muted-);font-variant-numeric:tabular-nums}
.og-told,.og-rule,.og-predict{display:grid;gap:10px;align-content:start}
.og-sentence{font-size:16px;min-height:3em}
.og-formula{display:flex;flex-wrap:wrap;align-items:center;gap:8px 26px;padding:10px 14px;border-radius:8px;background:var(--og-sunken-);
  font-size:20px;overflow-x:auto}
.og-accumulates{border-inline-start:4px solid var(--og-grad-)}
.og-formula .og-grad{color:var(--og-grad-)}
.og-formula .og-slope{color:var(--og-slope-)}
.og-formula .og-data{color:var(--og-data-)}
.og-predict{padding:14px;border:2px solid var(--og-data-);border-radius:8px}
.og-question{font-weight:600}
.og-predict form{display:flex;flex-wrap:wrap;gap:8px;align-items:end}
.og-field{display:grid;gap:4px;font-size:14px}
.og-field input{min-height:44px;padding:0 10px;border:1px solid var(--og-line-);border-radius:8px;background:var(--og-ground-)}
.og-verdict{min-height:1.5em;color:var(--og-bad-)}
.og-verdict.og-right{color:var(--og-good-)}
@container (min-width:840px){
  .og-below{display:grid;gap:24px;grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}
}
.og-below{display:grid;gap:14px}
@container (max-width:520px){
  .og-transport{position:sticky;bottom:0;z-index:2}
  .og-transport .og-moves{flex:1 1 100%;justify-content:space-between}
  .og-play{min-width:0}
}
`;
