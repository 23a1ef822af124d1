# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor([
    [0.9244492192520336, 0.9862695560757038],
    [0.9621432107752608, -1.158841749061248],
    [0.9796090121586877, -0.9192075180717039],
    [0.8288341151826828, 0.8574384745704863],
    [0.9387482873602386, 0.9871228139684133],
    [-1.076038407926753, 1.0413225573887788],
    [-0.9857888145019447, 1.0043003656893563],
    [-0.9142458991665733, -1.0176047956365368],
    [-0.8422713747347311, 1.0826804196723334],
    [0.9850019642958489, 1.1928445752866672],
    [0.9647643835241965, 1.0861286743407743],
    [-1.0092316845560305, -1.016868582956564],
    [0.8501428660460166, -0.8348018468143652],
    [-0.9324152806674553, 0.8840470268245245],
    [0.9970127792857796, -1.108212432078813],
    [-1.1841570609218155, -1.0844698415695069],
    [-0.9925107294448585, -1.2633517702510186],
    [-1.0404020997043097, -1.0054793284329078],
    [-0.9365400593964823, 1.0440161742700171],
    [-0.982291981667, -1.0869545456360148],
    [0.9391937237772782, 0.7902471722097688],
    [-0.9090847929867423, -1.200564720626386],
    [1.1106275372853414, 0.908495899256291],
    [-1.0492381952673373, 1.0212585686898112],
    [-0.8031226055782867, 0.9289361489569302],
    [-0.8939183797948743, -1.2599211629821752],
    [1.0307502174567307, -0.8967749512032224],
    [-1.0752747104200278, 0.8994270269658335],
    [0.9416201069418195, -1.1012431162791556],
    [1.1452836902689931, -0.9381040649759507],
])
labels = torch.tensor([0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1])
train = [28, 27, 21, 19, 7, 14, 23, 29, 0, 8, 15, 16, 1, 5, 22, 18, 10, 20, 2, 25]
test = [3, 13, 4, 24, 12, 9, 17, 26, 11, 6]

net = nn.Sequential(
    nn.Linear(2, 4),
    nn.Sigmoid(),
    nn.Linear(4, 3),
    nn.LeakyReLU(0.01),
    nn.Linear(3, 2),
)
first = [
    [
        [-0.2579986477230243, -0.8628325440488633],
        [-0.8159654177075478, 0.9297357325143323],
        [0.4054814315027644, -0.22883376169141234],
        [0.8215058420696013, -0.2792453846711592],
    ],
    [0, 0, 0, 0],
    [
        [-0.6109329600780836, -0.6677304238658274, -0.7624763064221476, 0.2959465733185369],
        [-0.6219618433977777, -0.08901061458841242, 0.4121215600160224, -0.9049919288006364],
        [1.048051085762407, 0.8250232451202559, 0.025319772713250144, 0.19641160825040305],
    ],
    [0, 0, 0],
    [
        [-0.7263448870790532, -0.23951740297692137, 0.8384900909392279],
        [0.24551032752897073, -0.18592468125412243, -0.4541065375010829],
    ],
    [0, 0],
]
with torch.no_grad():
    for parameter, numbers in zip(net.parameters(), first):
        parameter.copy_(torch.tensor(numbers))
optimizer = torch.optim.RMSprop(net.parameters(), lr=0.01)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=30)


# The scores of some samples, by their indices.
def scores_of(samples):
    return net(points[samples])


# The sum of their losses.
def loss_of(samples):
    scores = scores_of(samples)
    return F.cross_entropy(scores, labels[samples], reduction="sum")


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
    right = ((scores[:, 1] - scores[:, 0] > 0) == (labels[test] == 1)).sum().item()
print("test accuracy", right / len(test))
