# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor([
    [-0.8573822632159961, 0.6097593579344374],
    [-1.0378567892247392, -0.1588417490612479],
    [1.7614404946267173, -0.042697319930437516],
    [0.20534431332394923, -0.42439300789754353],
    [0.7205797698282684, 0.6106126158271468],
    [-1.0509663201085768, 0.26384349134509333],
    [0.4480949246156135, 0.9052692335917755],
    [-0.13676683312288762, 0.9573231165452867],
    [0.2567597573628497, 0.14879668055477535],
    [-0.014998035704151159, 0.6928445752866672],
    [1.8657332514266156, 0.15224493522321603],
    [0.6142581173027031, 0.7649628995114658],
    [0.8501428660460165, -0.3348018468143652],
    [1.691074521191278, -0.3977844556435054],
    [0.21953371324209403, 0.8667154801030108],
    [0.3819591999606262, -0.4854387094719261],
    [1.4413730096726995, -0.6643206381534377],
    [0.9595979002956903, -0.005479328432907685],
    [2.0634599406035177, 0.5440161742700171],
    [-0.8832608495694191, 0.34692919348154344],
    [-0.06080627622272175, 0.7902471722097688],
    [2.065843119195081, 0.0769143454172993],
    [1.3331484712416557, -0.5664320129255326],
    [0.9256897169144863, 0.24377950264612563],
    [0.9743564604653988, -0.5459917632248934],
    [0.13115370802330206, 0.017557903061510505],
    [-0.5927395844020029, 0.8850565312648075],
    [-0.5091584495375858, 0.8003958948682527],
    [0.15978862447378978, -0.22473291813788904],
    [1.0462525581714124, 0.4957796741416075],
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
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)


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
    samples = sorted(train, key=lambda i: labels[i].item())
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
