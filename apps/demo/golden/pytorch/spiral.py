# Trains as outgrad's train lab does: the same samples, first weights, order of samples and losses.
import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

# Points and their classes, 0 or 1: the indices of those that train and of those that test.
points = torch.tensor([
    [0.28583140737599577, -0.24197932287913748],
    [-0.5406071150037326, -0.19030710963342884],
    [0.842446933212438, -0.33922462590659874],
    [0.24775039092467555, 0.5060695064748684],
    [-0.11984327050106182, -0.10552456974611255],
    [0.41844967637906605, -0.0763641770205652],
    [-0.05469780612596184, -0.18806112041435258],
    [-0.12378961624995322, 0.2798727367765444],
    [0.5642745092576027, 0.3940113612116509],
    [0.5141797025392875, 0.20730852274613815],
    [-0.8702602353709956, 0.42268520404113485],
    [0.05718755659697422, 0.1817770117807487],
    [0.17228502852296612, -0.6782461364433056],
    [-0.546120832511405, 0.5860823621593371],
    [-0.02936786722848444, 0.21109962272546648],
    [-0.16873273685718757, -0.7715509773881538],
    [0.5836578274552481, -0.7757347338725842],
    [0.04070198065735188, 0.0243761119885995],
    [-0.9682700296982412, 0.022008087135008993],
    [-0.4476148711759427, 0.05354818289694695],
    [-0.002528881239986777, -0.3700822526599885],
    [1.0454576035066288, -0.10028236031319335],
    [-0.19189982685728696, 0.7150931626642685],
    [-0.08552212814317542, -0.01648649186014769],
    [0.17509290360713586, 0.6937841310818655],
    [-0.4323693865224056, -0.48263173286657135],
    [-0.3082316890216137, 0.2867266253153781],
    [0.12902931145665256, -0.3389616211118962],
    [-0.36252327986242383, -0.6279718273292034],
    [0.16185925931567768, 0.1300339442423439],
])
labels = torch.tensor([1, 0, 0, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0])
train = [24, 23, 26, 21, 11, 10, 18, 27, 1, 6, 16, 17, 0, 4, 28, 13, 14, 25, 3, 29]
test = [2, 9, 7, 20, 8, 12, 19, 22, 15, 5]

net = nn.Sequential(
    nn.Linear(2, 6),
    nn.Softplus(threshold=40),
    nn.Linear(6, 1),
)
first = [
    [
        [-0.2579986477230243, -0.8628325440488633],
        [-0.8159654177075478, 0.9297357325143323],
        [0.4054814315027644, -0.22883376169141234],
        [0.8215058420696013, -0.2792453846711592],
        [-0.6109635059624594, -0.6677638095523992],
        [-0.7625144292844209, 0.2959613702772881],
    ],
    [0, 0, 0, 0, 0, 0],
    [
        [-0.3591077917544286, -0.051392871744234014, 0.23795039024137143, -0.5225234579210825, 0.6051228303619017, 0.47635120843213186],
    ],
    [0],
]
with torch.no_grad():
    for parameter, numbers in zip(net.parameters(), first):
        parameter.copy_(torch.tensor(numbers))
optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=10, gamma=0.1)


# The scores of some samples, by their indices.
def scores_of(samples):
    return net(points[samples])[:, 0]


# The sum of their losses.
def loss_of(samples):
    scores = scores_of(samples)
    return F.binary_cross_entropy_with_logits(scores, labels[samples].double(), reduction="sum")


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
