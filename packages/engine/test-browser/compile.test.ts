// What compiled functions owe to Values they owe in a browser too: the tests themselves.
import "../test/compile/array-programs.test.js";
import "../test/compile/compile.test.js";
import "../test/compile/exact.test.js";
import "../test/compile/same-bits.test.js";
