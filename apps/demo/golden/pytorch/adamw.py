# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor([
    [-1.226652342243899, -0.04119133177288854],
    [0.8864296323257824, -0.47652524718374395],
    [0.9388270364760629, 0.24237744578488818],
    [-1.5134976544519514, -0.4276845762885411],
    [-1.183755137919284, -0.03863155809475994],
    [-1.2281152237802593, 0.12396767216633661],
    [-0.957366443505834, 0.012901097068068959],
    [1.25726230250028, -0.05281438690961076],
    [-0.5268141242041933, 0.24804125901700053],
    [-1.0449941071124536, 0.5785337258600017],
    [-1.1057068494274107, 0.2583860230223229],
    [0.9723049463319083, -0.05060574886969211],
    [0.5504285981380499, 0.4955944595569043],
    [-0.7972458420023656, -0.3478589195264264],
    [0.9910383378573387, -0.32463729623643856],
    [0.4475288172345533, -0.25340952470852074],
    [1.0224678116654244, -0.7900553107530556],
    [0.878793700887071, -0.016437985298723052],
    [-0.8096201781894469, 0.13204852281005186],
    [1.0531240549989997, -0.26086363690804437],
    [-1.1824188286681654, -0.6292584833706935],
    [1.272745621039773, -0.6016941618791585],
    [-0.6681173881439757, -0.27451230223112677],
    [-1.147714585802012, 0.06377570606943388],
    [-0.4093678167348602, -0.2131915531292092],
    [1.318244860615377, -0.7797634889465254],
    [1.0922506523701918, 0.3096751463903327],
    [-1.2258241312600833, -0.3017189191024991],
    [0.8248603208254587, -0.30372934883746666],
    [1.4358510708069794, 0.18568780507214813],
])
labels = torch.tensor([1, 0, 0, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0])
train = [24, 23, 26, 21, 11, 10, 18, 27, 1, 6, 16, 17, 0, 4, 28, 13, 14, 25, 3, 29]
test = [2, 9, 7, 20, 8, 12, 19, 22, 15, 5]

net = nn.Sequential(
    nn.Linear(2, 3),
    nn.ReLU(),
    nn.Linear(3, 1),
)
first = [
    [
        [-1.9470265417993153, 0.21675120645200233],
        [-0.465442135054305, -0.07622239865409833],
        [-0.1223708505108447, 1.6706692973994894],
    ],
    [0, 0, 0],
    [
        [0.26420991710410235, 0.53175971110548, -0.2367666636794262],
    ],
    [0],
]
with torch.no_grad():
    for parameter, numbers in zip(net.parameters(), first):
        parameter.copy_(torch.tensor(numbers))
optimizer = torch.optim.AdamW(net.parameters(), lr=0.1, weight_decay=0.02)


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
    measure(epoch)

with torch.no_grad():
    scores = scores_of(test)
    right = ((scores > 0) == (labels[test] == 1)).sum().item()
print("test accuracy", right / len(test))
