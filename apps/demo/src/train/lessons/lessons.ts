import type { Lesson } from "./lesson.ts";

/** The lessons in the order of the list. */
export const lessons: readonly Lesson[] = [
  {
    bug: "forgetZeroGrad",
    title: "Forget zeroGrad",
    code: ["optimizer.zeroGrad(); loss.backward(); optimizer.step();", "loss.backward(); optimizer.step();"],
    settings: { data: "moons", optimiser: "sgd", lr: 1, batch: 100, epochs: 100 },
    question:
      "backward() adds to the gradients that are there, and nobody sets them to zero. The learning rate is 1. How will it end?",
    answers: [
      "Like the correct run: backward computes the gradients anew each time.",
      "Far worse: every update repeats all the gradients before it.",
      "Better: more gradient is more progress.",
    ],
    truth: 1,
    shows: ({ right, wrong }) =>
      wrong.train.loss > 0.5 && wrong.train.loss > 10 * right.train.loss && right.train.accuracy > 0.95,
    because:
      "From the second update on, each step goes along the sum of all gradients so far. Old ones, of places that the weights have long left, count as much as the newest.",
    notice:
      "Compare a few gradients with nudging: they agree at the first update and never again. No loss curve is needed, and it holds at every learning rate.",
    card: {
      question: "Why did it seem to help?",
      answer:
        "With a small learning rate the loss can end lower without zeroGrad: here, at rate 0.05, from ten seeds of ten. Summed gradients act like a growing learning rate with momentum, and a rate that was too small profits from that. It is luck: the gradient is wrong from the second update on, and a larger rate, or momentum in the optimiser, gives the speed without the mistake.",
      action: "See it: run both at rate 0.05",
      settings: { lr: 0.05 },
    },
  },
  {
    bug: "wrongSign",
    title: "Wrong sign of the update",
    code: ["p.data -= lr * p.grad;", "p.data += lr * p.grad;"],
    settings: { data: "moons", optimiser: "sgd", lr: 0.02, epochs: 12 },
    question: "The update adds the gradient where it should take it away. What will the loss do?",
    answers: [
      "It stays where it is.",
      "It rises, faster and faster.",
      "It falls: the network learns the two classes the other way round.",
    ],
    truth: 1,
    shows: ({ right, wrong }) => wrong.train.loss > 1.2 && wrong.train.loss > 3 * right.train.loss,
    because:
      "The gradient points to where the loss grows. The steeper it gets, the larger the steps: nothing stops them.",
    notice:
      "The loss rises from the first epoch on, at every learning rate, however small. The gradients agree with nudging, so the fault is in the update.",
  },
  {
    bug: "noShuffle",
    title: "No shuffle",
    code: ["for (const batch of batches(shuffle(samples)))", "for (const batch of batches(samples))"],
    settings: { data: "moons", optimiser: "sgd", lr: 0.1, batch: 2, epochs: 20 },
    question:
      "The samples come as they are in the file: all of class 0, then all of class 1. Batches have two samples. How will it end?",
    answers: [
      "Like the correct run: in an epoch every sample is seen once, in whatever order.",
      "Worse: half of each epoch says only “class 0”, the other half only “class 1”.",
      "Good on the train samples, bad on the test samples.",
    ],
    truth: 1,
    shows: ({ right, wrong }) => wrong.train.loss > 3 * right.train.loss && wrong.train.loss > 0.05,
    because:
      "Each half of an epoch pushes the scores to one side and undoes what the other half has taught. A shuffled batch holds both classes, so its gradient points to what tells them apart.",
    notice:
      "Watch the loss of single batches, not of epochs: at the first batch of the other class it jumps to about 2, three batches later it is near 0, twice in every epoch. The gradients agree with nudging: each is right for its batch.",
  },
  {
    bug: "zeroInit",
    title: "All weights start at zero",
    code: ["weight.data = random.uniform(-bound, bound);", "weight.data = 0;"],
    settings: { data: "moons", epochs: 50 },
    question: "Every weight and bias starts at 0. What will the network learn?",
    answers: [
      "The same, a little later: the gradients soon pull the weights apart.",
      "Nothing: the gradients of all weights are 0.",
      "The loss is not a number from the start.",
    ],
    truth: 1,
    shows: ({ right, wrong }) =>
      wrong.train.accuracy < 0.6 && wrong.train.loss > 0.9 && right.train.accuracy > 0.9,
    because:
      "A weight's gradient is what comes in times what comes back. Every neuron says 0, so nothing comes in; every weight behind it is 0, so nothing comes back. Only the last bias moves. With equal weights other than 0 all neurons of a layer would stay equal, as one.",
    notice:
      "The gradients agree with nudging and are 0 in all layers but the last. The accuracy is that of guessing.",
  },
  {
    bug: "lrTimes100",
    title: "Learning rate × 100",
    code: ["new SGD(parameters, { lr: 0.2 })", "new SGD(parameters, { lr: 20 })"],
    settings: { data: "moons", optimiser: "sgd", lr: 0.2, epochs: 50 },
    question: "The learning rate is a hundred times too large. How will it end?",
    answers: [
      "At the same place, a hundred times sooner.",
      "It jumps around the minimum, but the accuracy is good.",
      "The first steps throw the weights so far off that the network is lost.",
    ],
    truth: 2,
    shows: ({ right, wrong }) => wrong.train.accuracy < 0.6 && wrong.train.loss > 2 * right.train.loss,
    because:
      "The gradient says which way is down here; a step of twenty times its length ends where it says nothing. Here the hidden neurons are pushed so far to the negative side that ReLU gives 0 for every sample: they are dead, and no gradient reaches them any more.",
    notice:
      "The loss explodes in the first epoch and then hardly moves, or is not a number. The gradients agree with nudging. Try a tenth of the rate first, always.",
  },
  {
    bug: "missingBias",
    title: "No bias",
    code: ["dot(weights, x).add(bias).relu()", "dot(weights, x).relu()"],
    settings: { data: "circles", epochs: 50 },
    question:
      "The neurons have weights, but no bias. Can the network tell an inner circle from an outer one?",
    answers: [
      "Yes, it only takes longer.",
      "No: every ray from the origin gets one class.",
      "Yes, and just as well: with ReLU biases do not matter.",
    ],
    truth: 1,
    shows: ({ right, wrong }) => wrong.train.accuracy < 0.7 && right.train.accuracy > 0.95,
    because:
      "Without biases, a point twice as far out gives every ReLU neuron twice its output, and so twice the score: its sign is the same along a ray. No weights can draw a circle.",
    notice:
      "The borders in the picture are rays from the origin. The gradients agree with nudging, and more neurons or epochs do not help.",
  },
  {
    bug: "overwriteGrad",
    title: "= instead of +=",
    code: ["this.grad += out.grad * slope;", "this.grad = out.grad * slope;"],
    settings: { data: "moons", layers: [8], optimiser: "sgd", lr: 0.3, epochs: 20 },
    question:
      "The engine writes each gradient where it should add it. Every weight is used once per sample. What happens?",
    answers: [
      "Nothing: the gradient of a value is computed once.",
      "An error: a value cannot have two gradients.",
      "It trains, but worse: of all uses of a value only one counts.",
    ],
    truth: 2,
    shows: ({ right, wrong }) => wrong.train.loss > 1.2 * right.train.loss,
    because:
      "A value that is used several times moves the loss along several ways, and its gradient is the sum over them. Here only the way that came last on the way back is left: of a whole batch about one sample, and of a neuron one of its uses.",
    notice:
      "The loss still falls, which is what makes it hard to see. Nudging sees it at the first update. The smallest test is x + x: its gradient is 2.",
  },
];
