# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor([
    [-0.14230385364163742, -1.0013871173304214],
    [0.8946170630302314, -0.48615751760642417],
    [-0.06245972555448329, -0.4568647067199886],
    [-0.13784717404248525, 0.42598018496937984],
    [0.27839113805506677, 0.9446179232793602],
    [0.6311114023954819, -0.7224835467830046],
    [-0.4928944072509721, 0.8681755866291169],
    [-0.9352705503170924, -0.21671408863602754],
    [0.41342961581206356, 0.41291262257486383],
    [0.4925009821479244, 0.0964222876433336],
    [0.13689068894957185, -0.43246392097718966],
    [-0.1091443055456686, 0.9860876038899914],
    [-0.5640023673438945, 0.18655492200169704],
    [-0.21620764033372783, -0.490989188479957],
    [-0.8105106047320576, 0.5336790362530668],
    [-0.3420785304609077, 0.39077778110746586],
    [-0.400763861909903, -0.4255685112717458],
    [0.9797989501478451, -0.0027396642164538424],
    [0.4885026991230593, -0.18136023440289145],
    [0.3178710035414472, -0.994533789113161],
    [-1.0085507388451667, 0.10303527692264372],
    [0.3800229066860581, -0.4718547730518901],
    [-0.4337600317242321, -0.149707895780734],
    [0.8889263600089322, 0.4173659274207058],
    [-0.30606979997661704, 0.25836070062470173],
    [0.5098135389238633, 0.07340774004681253],
    [-0.48462489127163516, -0.8144128793860497],
    [-0.8466543495849613, -0.6380717388095563],
    [0.12531855065838352, 0.42490670000799896],
    [0.7417724514933548, 0.7740927929894188],
])
labels = torch.tensor([0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0])
train = [25, 24, 26, 20, 5, 15, 18, 28, 0, 10, 14, 17, 2, 8, 27, 16, 7, 23, 3, 29]
test = [1, 13, 4, 21, 12, 6, 19, 22, 11, 9]

net = nn.Sequential(
    nn.Linear(2, 4),
    nn.ReLU(),
    nn.Linear(4, 1),
)
first = [
    [
        [-0.3648651866838195, -1.2202294858507836],
        [-1.1539493601494417, 1.3148448823446528],
        [0.5734373397216666, -0.3236198093128482],
        [1.1617847034235598, -0.3949126102320455],
    ],
    [0, 0, 0, 0],
    [
        [-0.4320164381235627, -0.4721803179654638, -0.5391791236996042, 0.209276291892333],
    ],
    [0],
]
with torch.no_grad():
    for parameter, numbers in zip(net.parameters(), first):
        parameter.copy_(torch.tensor(numbers))
optimizer = torch.optim.Adagrad(net.parameters(), lr=0.1)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.1, total_steps=30, cycle_momentum=False)


# The scores of some samples, by their indices.
def scores_of(samples):
    return net(points[samples])[:, 0]


# The sum of their losses.
def loss_of(samples):
    scores = scores_of(samples)
    return F.relu(1 - (2 * labels[samples] - 1) * scores).sum()


def mean_loss(samples):
    with torch.no_grad():
        return loss_of(samples).item() / len(samples)


def measure(epoch):
    print("epoch", epoch, "train loss", mean_loss(train), "test loss", mean_loss(test))


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
for epoch in range(1, 11):
    samples = order.shuffle(train)
    for start in range(0, len(samples), 7):
        batch = samples[start : start + 7]
        optimizer.zero_grad()
        (loss_of(batch) / len(batch)).backward()
        optimizer.step()
        schedule.step()
    measure(epoch)

with torch.no_grad():
    scores = scores_of(test)
    right = ((scores > 0) == (labels[test] == 1)).sum().item()
print("test accuracy", right / len(test))
