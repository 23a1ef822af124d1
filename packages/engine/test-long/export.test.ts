import { sameBits } from "../test/export/suite.ts";
import { netNames } from "../test/nets.js";

sameBits({
  texts: [
    "-a**3 + sin(3*b) - 1/c + b**2.5 - a**0.5",
    "e = exp(2*(x1*w1 + x2*w2 + b)); o = (e - 1) / (e + 1)",
  ],
  nets: netNames,
  programs: [400, 20],
});
