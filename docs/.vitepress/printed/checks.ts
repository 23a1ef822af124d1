import { checkOp } from "@outgrad/gradcheck";
import { opOf, ops } from "@outgrad/ops";

/** Every op of the table, checked when the site is built: its derivatives against a complex step of its value. */
export function checksPage(): string {
  const rows = Object.keys(ops).map((name) => {
    const op = opOf(name);
    const { verdict, rows } = checkOp(op);
    const worst = Math.max(...rows.map(({ relativeError }) => relativeError));
    const [ulp, ...ulps] = op.ulp;
    const error = worst === 0 ? "0" : worst.toExponential(0);
    return `<tr><th scope="row"><a href="./ops#${name}">${name}</a></th><td>${verdict}</td><td>${error}</td><td>${ulp}</td><td>${ulps.join(", ")}</td></tr>`;
  });
  const head = [
    "op",
    "verdict",
    "largest relative difference to a complex step",
    "ulp of the value, at most",
    "ulp of the derivatives, at most",
  ];
  return (
    `<table tabindex="0" v-pre><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table>\n`
  );
}
