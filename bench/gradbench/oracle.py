"""The same three problems by complex steps, from their papers' formulas and the standard library alone.

Reads {"problem": name, "data": instance} on the standard input; prints the value and the derivatives in the order of
the JavaScript modules. A derivative is the imaginary part of f(x + 1e-30 i) over 1e-30: no difference is taken, so
nothing cancels.
"""

import cmath
import json
import math
import sys

H = 1e-30


def logsumexp(xs):
    top = max(x.real for x in xs)
    return cmath.log(sum(cmath.exp(x - top) for x in xs)) + top


def lse(data):
    return logsumexp, data["x"]


def gmm(data):
    xs, gamma, m = data["x"], data["gamma"], data["m"]
    n, K, d = len(xs), len(data["alphas"]), len(data["means"][0])
    size = d * (d + 1) // 2
    degrees = d + m + 1
    log_gamma = 0.25 * d * (d - 1) * math.log(math.pi)
    log_gamma += sum(math.lgamma(0.5 * (degrees + 1 - j)) for j in range(1, d + 1))
    normalisation = degrees * d * (math.log(gamma) - 0.5 * math.log(2)) - log_gamma

    def objective(flat):
        alphas = flat[:K]
        means = [flat[K + k * d : K + (k + 1) * d] for k in range(K)]
        icf = [flat[K + K * d + k * size : K + K * d + (k + 1) * size] for k in range(K)]
        Q = []
        for entries in icf:
            matrix = [[0.0] * d for _ in range(d)]
            below = iter(entries[d:])
            for i in range(d):
                matrix[i][i] = cmath.exp(entries[i])
                for j in range(i + 1, d):
                    matrix[j][i] = next(below)
            Q.append(matrix)
        total = -0.5 * n * d * math.log(2 * math.pi) - n * logsumexp(alphas)
        for x in xs:
            terms = []
            for k in range(K):
                away = [x[j] - means[k][j] for j in range(d)]
                z = [sum(Q[k][i][j] * away[j] for j in range(i + 1)) for i in range(d)]
                terms.append(alphas[k] + sum(icf[k][:d]) - 0.5 * sum(c * c for c in z))
            total += logsumexp(terms)
        for k in range(K):
            squares = sum(c * c for row in Q[k] for c in row)
            total += 0.5 * gamma * gamma * squares - m * sum(icf[k][:d]) - normalisation
        return total

    flat = data["alphas"] + [c for mean in data["means"] for c in mean] + [c for q in data["icf"] for c in q]
    return objective, flat


def residuals(p, measured):
    r, centre, focal, principal, radial, point, weight = p[:3], p[3:6], p[6], p[7:9], p[9:11], p[11:14], p[14]
    angle = cmath.sqrt(sum(c * c for c in r))
    x, y, z = (c / angle for c in r)
    c, s = cmath.cos(angle), cmath.sin(angle)
    v = 1 - c
    rotation = [
        [c + x * x * v, x * y * v - z * s, x * z * v + y * s],
        [y * x * v + z * s, c + y * y * v, y * z * v - x * s],
        [z * x * v - y * s, z * y * v + x * s, c + z * z * v],
    ]
    seen = [a - b for a, b in zip(point, centre)]
    turned = [sum(a * b for a, b in zip(row, seen)) for row in rotation]
    plane = [turned[0] / turned[2], turned[1] / turned[2]]
    square = plane[0] ** 2 + plane[1] ** 2
    distortion = 1 + radial[0] * square + radial[1] * square**2
    return [weight * (focal * distortion * plane[i] + principal[i] - measured[i]) for i in range(2)]


def ba(data):
    out = []
    for o in data["observations"]:
        p = data["cameras"][o["camera"]] + data["points"][o["point"]] + [o["weight"]]
        values = residuals(p, o["measured"])
        steps = [residuals(shifted(p, j), o["measured"]) for j in range(15)]
        for i in range(2):
            out.append(complex(values[i]).real)
            out.extend(step[i].imag / H for step in steps)
    return out


def shifted(p, j):
    return [complex(x, H if i == j else 0) for i, x in enumerate(p)]


def gradient(objective, flat):
    out = [complex(objective(flat)).real]
    for j in range(len(flat)):
        out.append(objective(shifted(flat, j)).imag / H)
    return out


request = json.load(sys.stdin)
if request["problem"] == "ba":
    answer = ba(request["data"])
else:
    answer = gradient(*{"lse": lse, "gmm": gmm}[request["problem"]](request["data"]))
print(json.dumps(answer))
