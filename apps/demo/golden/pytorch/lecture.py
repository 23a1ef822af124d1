# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor([
    [2, 3, -1],
    [3, -1, 0.5],
    [0.5, 1, 1],
    [1, 1, -1],
])
labels = torch.tensor([1, 0, 0, 1])
train = [0, 1, 2, 3]
test = []

net = nn.Sequential(
    nn.Linear(3, 4),
    nn.Tanh(),
    nn.Linear(4, 4),
    nn.Tanh(),
    nn.Linear(4, 1),
)
first = [
    [
        [0.5554846128681925, -0.8671163055532951, -0.38283527829307484],
        [0.19823204423178375, 0.7941571341430795, -0.2782260257692428],
        [-0.13234765687188577, 0.9212341090517737, -0.054892264928392054],
        [0.4972829764464983, 0.012949169850763331, 0.048879486619624046],
    ],
    [-0.035488809195787674, -0.6485998554670411, 0.6177065379616482, 0.3660450486158682],
    [
        [0.6246708312611162, -0.6076447849475874, -0.9849630989881639, -0.2617276171343994],
        [0.9129738364956226, -0.8046599598492357, -0.8351132376210921, -0.5596241003121687],
        [-0.7456596575807999, 0.863699986672863, -0.6397484550297683, -0.7269913443522915],
        [-0.6619715469443568, -0.28456014301274113, -0.09153611193244182, 0.5092464018305338],
    ],
    [0.6405397109596527, -0.8705458003326627, 0.5395990338004637, 0.5414074271236355],
    [
        [0.9197751646136965, 0.07338680192652158, -0.06493008511601372, 0.7444945155779139],
    ],
    [0.19014408202724575],
]
with torch.no_grad():
    for parameter, numbers in zip(net.parameters(), first):
        parameter.copy_(torch.tensor(numbers))
optimizer = torch.optim.SGD(net.parameters(), lr=0.05)


# The scores of some samples, by their indices.
def scores_of(samples):
    return net(points[samples])[:, 0]


# The sum of their losses.
def loss_of(samples):
    scores = scores_of(samples)
    return F.mse_loss(scores, 2.0 * labels[samples] - 1, reduction="sum")


def mean_loss(samples):
    with torch.no_grad():
        return loss_of(samples).item() / len(samples)


def measure(epoch):
    print("epoch", epoch, "train loss", mean_loss(train))


# xoshiro128** 1.1 from a given state: the stream that shuffles the samples.
class Random:
    def __init__(self, state):
        self.a, self.b, self.c, self.d = state

    def word(self):
        result = rotated(self.b * 5 & 0xFFFFFFFF, 7) * 9 & 0xFFFFFFFF
        c, d = self.c ^ self.a, self.d ^ self.b
        shifted = self.b << 9 & 0xFFFFFFFF
        self.b, self.a, self.c, self.d = self.b ^ c, self.a ^ d, c ^ shifted, rotated(d, 11)
        return result

    def integer(self, n):
        limit = 2**53 - 2**53 % n
        while True:
            k = (self.word() >> 5) * 2**26 + (self.word() >> 6)
            if k < limit:
                return k % n

    def shuffle(self, items):
        shuffled = list(items)
        for i in range(len(shuffled) - 1, 0, -1):
            j = self.integer(i + 1)
            shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
        return shuffled


def rotated(word, bits):
    return (word << bits | word >> (32 - bits)) & 0xFFFFFFFF


measure(0)
order = Random([4041973362, 1405621126, 4161265539, 3712236677])
for epoch in range(1, 21):
    samples = order.shuffle(train)
    for start in range(0, len(samples), 4):
        batch = samples[start : start + 4]
        optimizer.zero_grad()
        (loss_of(batch) / len(batch)).backward()
        optimizer.step()
    measure(epoch)

with torch.no_grad():
    scores = scores_of(train)
    right = ((scores > 0) == (labels[train] == 1)).sum().item()
print("train accuracy", right / len(train))
