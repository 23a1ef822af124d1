import * as exported from "@outgrad/ops/intrinsics";
import { describe, expect, it } from "vitest";

type Call = (...args: number[]) => number;
const intrinsics: Readonly<Record<string, Call>> = { ...exported };

/** Each word is an argument, or two with a comma, a colon, and the result. */
const special = {
  exp: "0:1 -0:1 1:2.718281828459045 710:Infinity -746:0 Infinity:Infinity -Infinity:0 -745:5e-324",
  expm1: "0:0 -0:-0 710:Infinity -Infinity:-1 -60:-1 1e-300:1e-300 -5e-324:-5e-324 Infinity:Infinity",
  log: "1:0 0:-Infinity -0:-Infinity -1:NaN Infinity:Infinity -Infinity:NaN 2:0.6931471805599453 -5e-324:NaN",
  log1p: "0:0 -0:-0 -1:-Infinity -2:NaN Infinity:Infinity -Infinity:NaN 1e-300:1e-300 -5e-324:-5e-324",
  sin: "0:0 -0:-0 Infinity:NaN -Infinity:NaN 1e-300:1e-300 3.141592653589793:1.2246467991473532e-16",
  cos: "0:1 -0:1 Infinity:NaN -Infinity:NaN 1e-300:1 1.5707963267948966:6.123233995736766e-17",
  tan: "0:0 -0:-0 Infinity:NaN -Infinity:NaN -5e-324:-5e-324 1.5707963267948966:16331239353195370",
  sinh: "0:0 -0:-0 Infinity:Infinity -Infinity:-Infinity 711:Infinity -711:-Infinity 5e-324:5e-324",
  cosh: "0:1 -0:1 Infinity:Infinity -Infinity:Infinity 711:Infinity -711:Infinity 5e-324:1",
  tanh: "0:0 -0:-0 Infinity:1 -Infinity:-1 1e-300:1e-300 1000:1 -20:-1 0.8813735870195432:0.7071067811865476",
  atan: "0:0 -0:-0 Infinity:1.5707963267948966 -Infinity:-1.5707963267948966 1:0.7853981633974483 5e-324:5e-324",
  exp2: "0:1 -0:1 1:2 10:1024 -1074:5e-324 -1076:0 1024:Infinity Infinity:Infinity -Infinity:0 0.5:1.4142135623730951",
  log2: "1:0 0:-Infinity -0:-Infinity -1:NaN Infinity:Infinity 8:3 5e-324:-1074 0.125:-3",
  log10: "1:0 0:-Infinity -0:-Infinity -1:NaN Infinity:Infinity 1000:3 1e22:22 0.001:-3",
  asin: "0:0 -0:-0 1:1.5707963267948966 -1:-1.5707963267948966 1.1:NaN -2:NaN 5e-324:5e-324 0.5:0.5235987755982989",
  acos: "1:0 -1:3.141592653589793 0:1.5707963267948966 1.1:NaN -2:NaN 0.5:1.0471975511965979",
  asinh:
    "0:0 -0:-0 Infinity:Infinity -Infinity:-Infinity 1e-300:1e-300 1:0.881373587019543 1e300:691.4686750787737",
  acosh:
    "1:0 0.9:NaN -1:NaN -1.0000000000000002:NaN -22:NaN -1e9:NaN -1e300:NaN Infinity:Infinity 2:1.3169578969248168 1e300:691.4686750787737",
  atanh: "0:0 -0:-0 1:Infinity -1:-Infinity 1.1:NaN -2:NaN 5e-324:5e-324 0.5:0.5493061443340549",
  erf: "0:0 -0:-0 Infinity:1 -Infinity:-1 1:0.8427007929497149 6:1 -6:-1 5e-324:5e-324",
  erfc: "0:1 -0:1 1:0.15729920705028513 10:2.088487583762545e-45 27.2:1e-323 28:0 Infinity:0 -6:2 -Infinity:2 1e-300:1 1e300:0",
  ndtr: "0:0.5 -0:0.5 Infinity:1 -Infinity:0 9:1 -39:0 -38.4:6.4e-323 -10:7.619853024160525e-24 1e300:1 -1e300:0 1e-300:0.5",
  normpdf:
    "0:0.3989422804014327 -0:0.3989422804014327 Infinity:0 -Infinity:0 39:0 -10:7.694598626706419e-23 1e300:0 1e-300:0.3989422804014327",
  cbrt: "0:0 -0:-0 27:3 -8:-2 1e-300:1e-100 Infinity:Infinity -Infinity:-Infinity 5e-324:1.7031839360032603e-108",
  atan2: `
    0,0:0 -0,0:-0 0,-0:3.141592653589793 -0,-0:-3.141592653589793 1,0:1.5707963267948966 -1,0:-1.5707963267948966
    0,1:0 -0,1:-0 0,-1:3.141592653589793 -0,-1:-3.141592653589793 1,1:0.7853981633974483 1,-1:2.356194490192345
    -1,-1:-2.356194490192345 Infinity,Infinity:0.7853981633974483 Infinity,-Infinity:2.356194490192345 NaN,1:NaN
    1,NaN:NaN 1,Infinity:0 -1,Infinity:-0 1,-Infinity:3.141592653589793 Infinity,1:1.5707963267948966
    5e-324,1:5e-324 5e-324,5e-324:0.7853981633974483 1e-300,1e300:0 1e300,1e-300:1.5707963267948966
  `,
  sqrt: "0:0 -0:-0 2:1.4142135623730951 -1:NaN Infinity:Infinity 5e-324:2.2227587494850775e-162",
  abs: "0:0 -0:0 -3:3 -Infinity:Infinity",
  floor: "0:0 -0:-0 1.5:1 -1.5:-2 -0.5:-1 Infinity:Infinity -Infinity:-Infinity",
  round:
    "0.5:0 1.5:2 2.5:2 -0.5:-0 -1.5:-2 -0:-0 0.49999999999999994:0 4503599627370495.5:4503599627370496 -Infinity:-Infinity",
  // As IEEE 754 and C99 have it; ECMAScript differs where the base is 1 or -1: there Math.pow gives NaN.
  pow: `
    1,NaN:1 1,Infinity:1 -1,Infinity:1 -1,-Infinity:1 NaN,0:1 NaN,-0:1 0,0:1 Infinity,0:1 NaN,1:NaN 2,NaN:NaN
    0.5,Infinity:0 0.5,-Infinity:Infinity 2,Infinity:Infinity -2,Infinity:Infinity -2,-Infinity:0 -0.5,Infinity:0
    0,2:0 0,-2:Infinity 0,0.5:0 -0,3:-0 -0,2:0 -0,0.5:0 -0,-3:-Infinity -0,-2:Infinity -0,-0.5:Infinity
    0,Infinity:0 0,-Infinity:Infinity Infinity,2:Infinity Infinity,-2:0 Infinity,Infinity:Infinity
    -Infinity,3:-Infinity -Infinity,2:Infinity -Infinity,-3:-0 -Infinity,-2:0 -Infinity,0.5:Infinity
    -8,0.3333333333333333:NaN -2,5e-324:NaN -2,3:-8 -2,-1:-0.5 -1,9007199254740991:-1 -1,9007199254740992:1
    -1,1e300:1 0.5,1e300:0 2,-1e300:0 1.5,1e300:Infinity 5e-324,1:5e-324 5e-324,0.5:2.2227587494850775e-162
    10,309:Infinity 10,-330:0 3,2:9 2,0.5:1.4142135623730951 1.7976931348623157e308,1:1.7976931348623157e308
  `,
};

for (const [name, table] of Object.entries(special)) {
  describe(`${name} at special values`, () => {
    const call = intrinsics[name] as Call;
    const rows = table.trim().split(/\s+/);
    it.each(table.includes(",") ? rows : [...rows, "NaN:NaN"])("%s", (row) => {
      const [args = "", result = ""] = row.split(":");
      expect(call(...args.split(",").map(Number))).toBe(Number(result));
    });
  });
}

describe("pow(x, y), where the power is a double", () => {
  const { pow } = exported;

  it("pow(2, k) is exact for every k", () => {
    let power = 2 ** -1074;
    for (let k = -1074; k < 1024; k++, power *= 2) expect(pow(2, k)).toBe(power);
  });

  it("pow(10, n) is the double 1e(n) for |n| <= 22", () => {
    for (let n = -22; n <= 22; n++) expect(pow(10, n)).toBe(Number(`1e${n}`));
  });

  it("pow(n, 2) is n * n for n of 26 bits, and pow(n * n, 0.5) is n", () => {
    for (let n = 67108863; n > 0; n = Math.floor(n / 1.01)) {
      expect(pow(n, 2)).toBe(n * n);
      expect(pow(n * n, 0.5)).toBe(n);
    }
  });

  it("pow(n, 3) and pow(n * n * n, 1 / 3) of small integers are n * n * n, and n to an ulp", () => {
    for (let n = 1; n < 2000; n++) {
      expect(pow(n, 3)).toBe(n * n * n);
      expect(Math.abs(pow(n * n * n, 1 / 3) / n - 1)).toBeLessThan(1e-15);
    }
  });
});
