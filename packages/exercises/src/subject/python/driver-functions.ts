/** The functions of the driver that are called from outside. */
export const driverFunctions = [
  ...[
    "make",
    "method",
    "run",
    "read",
    "write",
    "links",
    "holder",
    "link",
    "attach",
    "replace",
    "put_back",
    "taken",
  ],
  ...["op_add", "op_radd", "op_mul", "op_rmul", "op_sub", "op_rsub", "op_div", "op_rdiv", "op_pow", "op_neg"],
  ...["op_exp", "op_log", "op_tanh", "execute", "choose", "names", "push", "pull", "dive", "has", "invoke"],
] as const;

export type DriverFunction = (typeof driverFunctions)[number];
