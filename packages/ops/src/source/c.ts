import { type SourceLanguage, withPoint } from "./language.js";
import { largeAngleInBraces } from "./large-angle.js";

const comparisons = { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "==": "==", "!=": "!=" } as const;

/** A function of one number that moves its bits. */
const ofBits = (name: string, arg: string, lines: readonly string[]): string =>
  `static double og_${name}(double ${arg}) {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;

/**
 * C of 1999. Of <math.h> only what is exact: fabs, floor, sqrt, rint, copysign. A compiler must not contract products and
 * sums (-ffp-contract=off, which the preamble asks for too) nor take other liberties (-ffast-math).
 */
export const c: SourceLanguage = {
  name: "C",
  number: withPoint,
  infinity: "INFINITY",
  nan: "NAN",
  divide: () => null,
  choose: (condition, then, otherwise) => `${condition} ? ${then} : ${otherwise}`,
  comparisons,
  line: (name, text) => `const double ${name} = ${text};`,
  result: (text) => `return ${text};`,
  define: (name, args, lines, doc) =>
    `/* ${doc} */\nstatic double ${name}(${args.map((arg) => `double ${arg}`).join(", ")}) {\n${lines
      .map((line) => `  ${line}\n`)
      .join("")}}\n`,
  builtin: { abs: "fabs", floor: "floor", sqrt: "sqrt", round: "rint" },
  primitives: {
    nearest: {
      arity: 1,
      text: ofBits("nearest", "x", ["return x + 6755399441055744.0 - 6755399441055744.0;"]),
    },
    signOf: { arity: 1, text: ofBits("signOf", "x", ["return copysign(1.0, x);"]) },
    pow2: {
      arity: 1,
      text: ofBits("pow2", "k", [
        "double power = k + 6755399441056767.0;",
        "uint64_t bits;",
        "memcpy(&bits, &power, 8);",
        "bits <<= 52;",
        "memcpy(&power, &bits, 8);",
        "return power;",
      ]),
    },
    exponent: {
      arity: 1,
      text: ofBits("exponent", "x", [
        "uint64_t bits;",
        "memcpy(&bits, &x, 8);",
        "return (double)(int)(bits >> 52) - 1023.0;",
      ]),
    },
    largeAngle: {
      arity: 2,
      text: largeAngleInBraces({
        head: "static double og_largeAngle(double x, double part)",
        constant: "const double",
        variable: "double",
        integer: "const int",
        list: (digits) => `static const double twoOverPi[] = {${digits}};`,
        product: "double digits[9];",
        loop: "int",
        floor: "floor",
        abs: "fabs",
        at: (list, index) => `${list}[${index}]`,
        toInteger: (text) => `(int)${text}`,
        number: withPoint,
      }),
    },
  },
  preamble: `#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#if defined(__FAST_MATH__)
#error "Compile without -ffast-math: it computes other numbers."
#endif
#if defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 1
#error "Doubles must be computed as doubles: on x86 with 32 bits, compile with -msse2 -mfpmath=sse."
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#elif defined(_MSC_VER)
#pragma fp_contract(off)
#endif
`,
};
