export const { exp, expm1, log, log1p, sin, cos, tan, tanh, pow, sqrt, abs } = Math;
