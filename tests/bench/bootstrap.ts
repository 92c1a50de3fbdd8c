/** A mean and the interval that holds it with 95 % confidence. */
export interface Estimate {
  mean: number;
  interval: [low: number, high: number];
}

const RESAMPLES = 1_000;
const TAIL = 0.025;

/**
 * The mean of some measurements with a 95 % interval by the percentile bootstrap (Efron, "Bootstrap
 * methods: another look at the jackknife", Annals of Statistics 7(1), 1979): as many draws with
 * replacement as there are measurements, a thousand times. `next` gives numbers from 0 to 1.
 */
export function bootstrap(values: readonly number[], next: () => number): Estimate {
  const meanOf = (pick: (i: number) => number) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += pick(i);
    return sum / values.length;
  };
  const means = Array.from({ length: RESAMPLES }, () =>
    meanOf(() => values[Math.floor(next() * values.length)] ?? 0),
  ).sort((a, b) => a - b);
  const at = (share: number) => means[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))] ?? 0;
  return { mean: meanOf((i) => values[i] ?? 0), interval: [at(TAIL), at(1 - TAIL)] };
}
