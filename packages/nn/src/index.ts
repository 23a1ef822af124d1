/**
 * Layers, optimisers, schedules and checkpoints for Tensors and Values.
 * @packageDocumentation
 */
export type { Activation } from "./activation.js";
export { loadCheckpoint, type Stateful, saveCheckpoint } from "./checkpoint/checkpoint.js";
export type { Best, EarlyStoppingOptions } from "./fit/early-stopping.js";
export { fit } from "./fit/fit.js";
export type {
  EpochEvent,
  FitOptions,
  FitResult,
  FitState,
  Metrics,
  ParameterNumbers,
  StepEvent,
  Stepper,
} from "./fit/options.js";
/** First weights, as torch.nn.init has them. */
export * as init from "./init/index.js";
export { Layer } from "./layer.js";
export * from "./layers/index.js";
export { descend, type Iterate, type Minimum, type Why } from "./minimize/descend.js";
export { type MinimizeOptions, minimize } from "./minimize/minimize.js";
export type { ValueAndGradient } from "./minimize/objective.js";
export type { DescentOptions } from "./minimize/options.js";
export { MLP } from "./mlp.js";
export { Module } from "./module.js";
export { buffer } from "./module-roles.js";
export type { LoadResult, StateDict } from "./module-state.js";
export { Neuron, type NeuronOptions } from "./neuron.js";
export { Adadelta, type AdadeltaOptions } from "./optim/adadelta.js";
export { Adagrad, type AdagradOptions } from "./optim/adagrad.js";
export { Adam, type AdamOptions, AdamW } from "./optim/adam.js";
export { type ClipGradNormOptions, clipGradNorm, clipGradValue } from "./optim/clip.js";
export { EMA, type EMAOptions, type EMAState } from "./optim/ema.js";
export { LBFGS, type LBFGSState } from "./optim/lbfgs.js";
export type { Memory } from "./optim/memory.js";
export type { MomentOptions } from "./optim/moments.js";
export { NAdam, type NAdamOptions } from "./optim/nadam.js";
export { Optimizer, type OptimizerState } from "./optim/optimizer.js";
export type { Parameter } from "./optim/parameters.js";
export { RAdam } from "./optim/radam.js";
export { RMSprop, type RMSpropOptions } from "./optim/rmsprop.js";
export type { Rule, Update } from "./optim/rule.js";
export { SGD, type SGDOptions } from "./optim/sgd.js";
export { type Keeper, readNumbers } from "./read-numbers.js";
export type { StoredDType, StoredTensor } from "./safetensors/dtype.js";
export { SafetensorsError } from "./safetensors/error.js";
export { readSafetensors, type Safetensors } from "./safetensors/read.js";
export { writeSafetensors } from "./safetensors/write.js";
export { CosineAnnealingLR, type CosineAnnealingLROptions } from "./schedule/cosine-annealing-lr.js";
export { ExponentialLR, type ExponentialLROptions } from "./schedule/exponential-lr.js";
export { LinearLR, type LinearLROptions } from "./schedule/linear-lr.js";
export { MultiStepLR, type MultiStepLROptions } from "./schedule/multi-step-lr.js";
export { OneCycleLR, type OneCycleLROptions } from "./schedule/one-cycle-lr.js";
export { ReduceLROnPlateau, type ReduceLROnPlateauOptions } from "./schedule/reduce-lr-on-plateau.js";
export { Schedule, type Scheduled, type ScheduleState } from "./schedule/schedule.js";
export { StepLR, type StepLROptions } from "./schedule/step-lr.js";
