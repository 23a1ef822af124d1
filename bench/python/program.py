"""workloads/program.mjs in Python: every workload once, over values with +, *, relu() and tanh()."""


def forward(layers, x, activation, last):
    for depth, layer in enumerate(layers):
        out = []
        for neuron in layer:
            total = neuron[-1]
            for w, a in zip(neuron, x):
                total = total + w * a
            out.append(getattr(total, activation)() if last or depth < len(layers) - 1 else total)
        x = out
    return x[0]


def layers_of(parameters, sizes):
    flat = iter(parameters)
    return [
        [[next(flat) for _ in range(inputs + 1)] for _ in range(outputs)]
        for inputs, outputs in zip(sizes, sizes[1:])
    ]


def margin(workload, parameters, leaf):
    layers = layers_of(parameters, workload["sizes"])

    def loss():
        margins = leaf(0.0)
        for point, target in zip(workload["inputs"], workload["targets"]):
            score = forward(layers, [leaf(float(x)) for x in point], "relu", False)
            margins = margins + (score * -target + 1).relu()
        squares = leaf(0.0)
        for p in parameters:
            squares = squares + p * p
        return margins * (1 / len(workload["inputs"])) + squares * workload["l2"]

    return loss


def squares(workload, parameters, leaf):
    layers = layers_of(parameters, workload["sizes"])

    def loss():
        total = leaf(0.0)
        for point, target in zip(workload["inputs"], workload["targets"]):
            error = forward(layers, [leaf(float(x)) for x in point], "tanh", True) + -target
            total = total + error * error
        return total

    return loss


def chain(workload, parameters, leaf):
    m, c = parameters

    def loss():
        x = c
        for _ in range(workload["length"]):
            x = x * m + c
        return x

    return loss


def wide(workload, parameters, leaf):
    def loss():
        total = parameters[0] * parameters[0]
        for p in parameters[1:]:
            total = total + p * p
        return total

    return loss


KINDS = {"margin": margin, "squares": squares, "chain": chain, "wide": wide}


def define_by_run(workload, leaf, parameter=None):
    parameters = [(parameter or leaf)(x) for x in workload["parameters"]]
    return parameters, KINDS[workload["kind"]](workload, parameters, leaf)
