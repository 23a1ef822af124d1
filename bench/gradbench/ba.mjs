// Bundle adjustment as ADBench states it (Srajer, Kukelova and Fitzgibbon, 2018): the weighted reprojection residual of
// each observation and its derivatives by the camera's 11 numbers, the point's 3 and the weight. A camera rotates (by
// Rodrigues' formula) what is seen from its centre, projects, distorts radially, and scales.

const dot = (a, b) => a[0].mul(b[0]).add(a[1].mul(b[1])).add(a[2].mul(b[2]));
const cross = (a, b) => [
  a[1].mul(b[2]).sub(a[2].mul(b[1])),
  a[2].mul(b[0]).sub(a[0].mul(b[2])),
  a[0].mul(b[1]).sub(a[1].mul(b[0])),
];

/** The two residuals of one observation; `p` is the camera's 11 numbers, the point's 3 and the weight. */
function residuals(p, measured) {
  const r = p.slice(0, 3);
  const seen = [0, 1, 2].map((i) => p[11 + i].sub(p[3 + i]));
  const angle = dot(r, r).sqrt();
  const cosine = angle.cos();
  const axis = r.map((x) => x.div(angle));
  const along = dot(axis, seen).mul(cosine.neg().add(1));
  const across = cross(axis, seen);
  const sine = angle.sin();
  const [x, y, z] = seen.map((s, i) => s.mul(cosine).add(across[i].mul(sine)).add(axis[i].mul(along)));
  const plane = [x.div(z), y.div(z)];
  const square = plane[0].mul(plane[0]).add(plane[1].mul(plane[1]));
  const scale = p[9].mul(square).add(p[10].mul(square).mul(square)).add(1).mul(p[6]);
  return plane.map((c, i) =>
    c
      .mul(scale)
      .add(p[7 + i])
      .sub(measured[i])
      .mul(p[14]),
  );
}

const numbersOf = ({ cameras, points }, { camera, point, weight }) => [
  ...cameras[camera],
  ...points[point],
  weight,
];

/** With Values: `leaf` makes one; the residuals of every observation, each followed by its 15 derivatives. */
export function overValues(data, leaf) {
  return () => {
    const out = new Float64Array(data.observations.length * 32);
    data.observations.forEach((observation, o) => {
      const p = numbersOf(data, observation).map((x) => leaf(x));
      residuals(p, observation.measured).forEach((residual, i) => {
        const at = 32 * o + 16 * i;
        for (const v of p) v.grad = 0;
        residual.backward();
        out[at] = residual.data;
        for (let j = 0; j < 15; j++) out[at + 1 + j] = p[j].grad;
      });
    });
    return out;
  };
}

/**
 * The same for compiling, as functions of one flat list in which every residual has its own 15 numbers: all residuals,
 * and their sum, whose one gradient holds the rows of all.
 */
export function asOneProgram(data) {
  const { observations } = data;
  const numbers = observations.flatMap((o) => [0, 1].flatMap(() => numbersOf(data, o)));
  const all = (flat) =>
    observations.flatMap(({ measured }, o) =>
      [0, 1].map((i) => residuals(flat.slice(30 * o + 15 * i, 30 * o + 15 * (i + 1)), measured)[i]),
    );
  const sum = (flat) => all(flat).reduce((a, b) => a.add(b));
  return { numbers: Float64Array.from(numbers), all, sum };
}

/** The same by hand: forward once, then the adjoint of each residual. */
export function byHand(data) {
  const d = new Float64Array(3);
  const w = new Float64Array(3);
  const c = new Float64Array(3);
  const q = new Float64Array(3);
  const dq = new Float64Array(3);
  const dw = new Float64Array(3);
  const dd = new Float64Array(3);
  return () => {
    const out = new Float64Array(data.observations.length * 32);
    data.observations.forEach(({ camera, point, weight, measured }, o) => {
      const r = data.cameras[camera];
      const X = data.points[point];
      const angle = Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let i = 0; i < 3; i++) {
        d[i] = X[i] - r[3 + i];
        w[i] = r[i] / angle;
      }
      for (let i = 0; i < 3; i++) c[i] = w[(i + 1) % 3] * d[(i + 2) % 3] - w[(i + 2) % 3] * d[(i + 1) % 3];
      const inner = w[0] * d[0] + w[1] * d[1] + w[2] * d[2];
      const along = inner * (1 - cosine);
      for (let i = 0; i < 3; i++) q[i] = d[i] * cosine + c[i] * sine + w[i] * along;
      const plane = [q[0] / q[2], q[1] / q[2]];
      const square = plane[0] * plane[0] + plane[1] * plane[1];
      const scale = 1 + r[9] * square + r[10] * square * square;
      for (let e = 0; e < 2; e++) {
        const at = 32 * o + 16 * e;
        const miss = r[6] * scale * plane[e] + r[7 + e] - measured[e];
        out[at] = weight * miss;
        const g = at + 1;
        out[g + 14] = miss;
        out[g + 7 + e] = weight;
        out[g + 6] = weight * plane[e] * scale;
        const dScale = weight * r[6] * plane[e];
        out[g + 9] = dScale * square;
        out[g + 10] = dScale * square * square;
        const dSquare = dScale * (r[9] + 2 * r[10] * square);
        const dx = 2 * plane[0] * dSquare + (e === 0 ? weight * r[6] * scale : 0);
        const dy = 2 * plane[1] * dSquare + (e === 1 ? weight * r[6] * scale : 0);
        dq[0] = dx / q[2];
        dq[1] = dy / q[2];
        dq[2] = -(plane[0] * dx + plane[1] * dy) / q[2];
        let [dCosine, dSine, dAlong, dAngle] = [0, 0, 0, 0];
        for (let i = 0; i < 3; i++) {
          dCosine += dq[i] * d[i];
          dSine += dq[i] * c[i];
          dAlong += dq[i] * w[i];
        }
        const dInner = dAlong * (1 - cosine);
        dCosine -= dAlong * inner;
        for (let i = 0; i < 3; i++) {
          const [j, k] = [(i + 1) % 3, (i + 2) % 3];
          dw[i] = dq[i] * along + dInner * d[i] + sine * (d[j] * dq[k] - d[k] * dq[j]);
          dd[i] = dq[i] * cosine + dInner * w[i] + sine * (dq[j] * w[k] - dq[k] * w[j]);
          out[g + 11 + i] = dd[i];
          out[g + 3 + i] = -dd[i];
        }
        dAngle = cosine * dSine - sine * dCosine;
        for (let i = 0; i < 3; i++) dAngle -= (dw[i] * w[i]) / angle;
        for (let i = 0; i < 3; i++) out[g + i] = dw[i] / angle + w[i] * dAngle;
      }
    });
    return out;
  };
}
