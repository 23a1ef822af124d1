// The same loops as contestants/loops.mjs in C: forward, backward and descent, sample by sample. One program per
// workload, the sizes known to the compiler. Reads the workload as doubles from the file in argv[1]; the protocol on
// the standard input is worker.mjs's.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define EPISODE 20

static double initial[PARAMETERS], P[PARAMETERS], g[PARAMETERS];

#if defined(HIDDEN)
#define SAMPLES 100
#define H HIDDEN
#define SECOND (3 * H)
#define THIRD (SECOND + H * (H + 1))
#define DATA (SAMPLES * 3)
static double data[DATA];

static double step(void) {
  double h1[H], h2[H], d1[H], margins = 0, squares = 0;
  memset(g, 0, sizeof g);
  for (int i = 0; i < SAMPLES; i++) {
    const double x = data[2 * i], y = data[2 * i + 1], target = data[2 * SAMPLES + i];
    for (int j = 0; j < H; j++) {
      const double s = P[3 * j + 2] + P[3 * j] * x + P[3 * j + 1] * y;
      h1[j] = s > 0 ? s : 0;
    }
    double score = P[THIRD + H];
    for (int j = 0; j < H; j++) {
      const double *w = P + SECOND + j * (H + 1);
      double s = w[H];
      for (int k = 0; k < H; k++) s += w[k] * h1[k];
      h2[j] = s > 0 ? s : 0;
      score += P[THIRD + j] * h2[j];
    }
    const double m = 1 - target * score;
    if (m <= 0) continue;
    margins += m;
    const double d = -target / SAMPLES;
    memset(d1, 0, sizeof d1);
    g[THIRD + H] += d;
    for (int j = 0; j < H; j++) {
      if (h2[j] == 0) continue;
      g[THIRD + j] += d * h2[j];
      const double dj = d * P[THIRD + j], *w = P + SECOND + j * (H + 1);
      double *gw = g + SECOND + j * (H + 1);
      gw[H] += dj;
      for (int k = 0; k < H; k++) {
        gw[k] += dj * h1[k];
        d1[k] += dj * w[k];
      }
    }
    for (int j = 0; j < H; j++) {
      if (h1[j] == 0) continue;
      g[3 * j] += d1[j] * x;
      g[3 * j + 1] += d1[j] * y;
      g[3 * j + 2] += d1[j];
    }
  }
  for (int i = 0; i < PARAMETERS; i++) {
    const double p = P[i];
    squares += p * p;
    P[i] = p - RATE * (g[i] + 2 * L2 * p);
  }
  return margins / SAMPLES + L2 * squares;
}

#elif defined(TINY)
#define DATA (SAMPLES * 4)
static double data[DATA];

static double step(void) {
  double h1[4], h2[4], d1[4], loss = 0;
  memset(g, 0, sizeof g);
  for (int i = 0; i < SAMPLES; i++) {
    const double *x = data + 3 * i;
    for (int j = 0; j < 4; j++)
      h1[j] = tanh(P[4 * j + 3] + P[4 * j] * x[0] + P[4 * j + 1] * x[1] + P[4 * j + 2] * x[2]);
    double s = P[40];
    for (int j = 0; j < 4; j++) {
      const double *w = P + 16 + 5 * j;
      h2[j] = tanh(w[4] + w[0] * h1[0] + w[1] * h1[1] + w[2] * h1[2] + w[3] * h1[3]);
      s += P[36 + j] * h2[j];
    }
    const double y = tanh(s), error = y - data[3 * SAMPLES + i], d = 2 * error * (1 - y * y);
    loss += error * error;
    memset(d1, 0, sizeof d1);
    g[40] += d;
    for (int j = 0; j < 4; j++) {
      g[36 + j] += d * h2[j];
      const double dj = d * P[36 + j] * (1 - h2[j] * h2[j]), *w = P + 16 + 5 * j;
      double *gw = g + 16 + 5 * j;
      gw[4] += dj;
      for (int k = 0; k < 4; k++) {
        gw[k] += dj * h1[k];
        d1[k] += dj * w[k];
      }
    }
    for (int j = 0; j < 4; j++) {
      const double dj = d1[j] * (1 - h1[j] * h1[j]);
      for (int k = 0; k < 3; k++) g[4 * j + k] += dj * x[k];
      g[4 * j + 3] += dj;
    }
  }
  for (int i = 0; i < PARAMETERS; i++) P[i] -= RATE * g[i];
  return loss;
}

#elif defined(LENGTH)
#define DATA 0
static double data[1], xs[LENGTH + 1];

static double step(void) {
  double m = P[0], c = P[1], d = 1, dm = 0, dc = 0;
  xs[0] = c;
  for (int i = 0; i < LENGTH; i++) xs[i + 1] = xs[i] * m + c;
  for (int i = LENGTH - 1; i >= 0; i--) {
    dc += d;
    dm += xs[i] * d;
    d *= m;
  }
  P[0] = m - RATE * dm;
  P[1] = c - RATE * (dc + d);
  return xs[LENGTH];
}

#else
#define DATA 0
static double data[1];

static double step(void) {
  double sum = 0;
  for (int i = 0; i < PARAMETERS; i++) {
    const double p = P[i];
    sum += p * p;
    P[i] = p - RATE * 2 * p;
  }
  return sum;
}
#endif

int main(int argc, char **argv) {
  char command[64];
  long count, steps = 0;
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file || fread(initial, 8, PARAMETERS, file) != PARAMETERS || fread(data, 8, DATA, file) != DATA) {
    puts("error no data");
    return 1;
  }
  puts("ready");
  fflush(stdout);
  while (scanf("%60s %ld", command, &count) == 2) {
    if (!strcmp(command, "check")) {
      memcpy(P, initial, sizeof P);
      for (long i = 0; i < count; i++) printf("%.17g%s", step(), i + 1 < count ? " " : "\n");
      steps = 0;
    } else {
      volatile double loss;
      for (long i = 0; i < count; i++) {
        if (steps++ % EPISODE == 0) memcpy(P, initial, sizeof P);
        loss = step();
      }
      (void)loss;
      struct timespec t;
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
      printf("%.3f\n", t.tv_sec * 1e6 + t.tv_nsec / 1e3);
    }
    fflush(stdout);
  }
  return 0;
}
