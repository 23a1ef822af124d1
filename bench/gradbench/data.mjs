// Seeded instances of the three problems, in the shapes of their papers' benchmarks.

function normals(seed) {
  let state = seed;
  const uniform = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const list = (n, make) => Array.from({ length: n }, (_, i) => make(i));

/** Log-sum-exp of n numbers whose exponentials overflow. */
function lse() {
  const normal = normals(11);
  return { x: list(1000, () => 1000 + 3 * normal()) };
}

/**
 * A Gaussian mixture: weights' logits alphas [K], means [K][d], and for each component the inverse Cholesky factor icf
 * [K][d (d + 1) / 2]: logarithms of its diagonal, then the columns below it. `gamma` and `m` are the Wishart prior's.
 */
function gmm() {
  const [n, d, K] = [100, 10, 5];
  const normal = normals(12);
  return {
    alphas: list(K, normal),
    means: list(K, () => list(d, normal)),
    icf: list(K, () => list((d * (d + 1)) / 2, () => 0.3 * normal())),
    x: list(n, () => list(d, normal)),
    gamma: 1,
    m: 0,
  };
}

/**
 * Bundle adjustment. A camera is 11 numbers: a rotation vector, the centre, the focal length, the principal point, two
 * coefficients of radial distortion. An observation names its camera and point and has a weight and a measured place.
 */
function ba() {
  const normal = normals(13);
  const cameras = list(8, () => [
    ...list(3, () => 0.3 * normal()),
    ...list(3, () => 0.2 * normal()),
    1 + 0.1 * normal(),
    0.05 * normal(),
    0.05 * normal(),
    0.02 * normal(),
    0.01 * normal(),
  ]);
  const points = list(60, () => [normal(), normal(), 6 + normal()]);
  const observations = list(400, (i) => ({
    camera: i % cameras.length,
    point: (7 * i) % points.length,
    weight: 1 + 0.1 * normal(),
    measured: [0.2 * normal(), 0.2 * normal()],
  }));
  return { cameras, points, observations };
}

/** The instance of each problem, by name. */
export const instances = { lse, gmm, ba };
