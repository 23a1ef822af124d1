// What the kernels owe they owe in a browser too: the tests themselves.
import "../test/kernels/gemm.test.js";
import "../test/kernels/softmax.test.js";
import "../test/kernels/elementwise.test.js";
import "../test/kernels/sum.test.js";
