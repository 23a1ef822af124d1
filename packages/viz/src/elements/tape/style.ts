export const tapeStyle = `
:host{container-type:inline-size}
.og-scroll{max-height:var(--og-tape-height,420px);overflow:auto;overflow-anchor:none;overscroll-behavior:contain}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:4px 10px;text-align:start;font-weight:400;white-space:nowrap;max-width:240px;overflow:hidden;text-overflow:ellipsis}
thead th{position:sticky;top:0;z-index:1;background:var(--og-ground-);color:var(--og-muted-);font-size:13px;box-shadow:0 1px var(--og-line-)}
tbody th{font-weight:600}
tbody tr{height:37px}
tbody tr+tr>*{border-top:1px solid var(--og-faint-)}
.og-number{text-align:end}
.og-data{color:var(--og-data-)}
.og-grad{color:var(--og-grad-)}
.og-made{color:var(--og-muted-)}
tr.og-future>*{color:var(--og-muted-)}
tr.og-current{background:var(--og-active-)}
tr.og-current>th::before{content:"▸ "/""}
tr.og-receives>th::before{content:"◂ "/""}
tr.og-receives>.og-grad{box-shadow:inset 0 0 0 1.5px var(--og-grad-)}
tr.pointed>*{background:var(--og-leaf-)}
tr.og-bad>.og-data,.og-badGrad{color:var(--og-bad-);font-weight:700}
tr.og-bad{background:repeating-linear-gradient(135deg,var(--og-badSoft-) 0 6px,transparent 6px 12px)}
tr:focus-visible{outline-offset:-3px}
@container (max-width:460px){
  th,td{padding:4px 6px}
  tbody th{max-width:110px}
  .og-made{max-width:84px}
}
`;
