import { gapFeatures } from '../../lib/understanding/segmentation/gap-features.ts';
import { GOLD_DIR, type GoldDocument, half, readGold } from './gold.ts';

/** Strength of the pull of weights towards 0. */
const RIDGE = 30;
const ROUNDS = 25;

/**
 * Logistic regression with a ridge penalty by Newton's method (iteratively reweighted least squares).
 * The expected density of boundaries is given, so that the weights tell where they are and not how
 * many. Every document counts the same within its set, smaller sets count more.
 */
export function fitWeights(documents: readonly GoldDocument[]): {
  intercept: number;
  weights: Record<string, number>;
} {
  const sizes = new Map<string, number>();
  for (const { set } of documents) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const rows: Row[] = [];
  let names: string[] = [];
  for (const { conversation, boundaries, set } of documents) {
    const n = conversation.turns.length;
    const { values, expected } = gapFeatures(conversation);
    names = Object.keys(values);
    const gold = new Set(boundaries);
    const weight = 100 / (n - 1) / Math.sqrt(sizes.get(set) ?? 1);
    for (let i = 1; i < n; i++) {
      const x = names.map((name) => values[name]?.[i] ?? 0);
      rows.push({ x, y: gold.has(i) ? 1 : 0, weight, offset: Math.log(expected / n) });
    }
  }
  const average = (of: (row: Row) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const mean = names.map((_, k) => average(({ x }) => x[k] ?? 0));
  const spread = names.map(
    (_, k) => Math.sqrt(average(({ x }) => ((x[k] ?? 0) - (mean[k] ?? 0)) ** 2)) + 1e-9,
  );
  for (const row of rows) {
    row.x = [1, ...row.x.map((v, k) => (v - (mean[k] ?? 0)) / (spread[k] ?? 1))];
  }
  const beta = newton(rows, names.length + 1);
  const slopes = names.map((_, k) => (beta[k + 1] ?? 0) / (spread[k] ?? 1));
  return {
    intercept: (beta[0] ?? 0) - slopes.reduce((sum, w, k) => sum + w * (mean[k] ?? 0), 0),
    weights: Object.fromEntries(names.map((name, k) => [name, slopes[k] ?? 0])),
  };
}

interface Row {
  x: number[];
  y: number;
  weight: number;
  offset: number;
}

function newton(rows: readonly Row[], size: number) {
  const beta = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = beta.map((b, k) => (k === 0 ? 0 : -RIDGE * b));
    const hessian: number[][] = beta.map((_, k) =>
      beta.map((__, l) => (k === l && k > 0 ? RIDGE : k === l ? 1e-6 : 0)),
    );
    for (const { x, y, weight, offset } of rows) {
      const t = x.reduce((sum, v, k) => sum + v * (beta[k] ?? 0), offset);
      const p = 1 / (1 + Math.exp(-t));
      const curve = weight * p * (1 - p);
      for (let k = 0; k < size; k++) {
        const xk = x[k] ?? 0;
        gradient[k] = (gradient[k] ?? 0) + weight * (y - p) * xk;
        const row = hessian[k] ?? [];
        for (let l = 0; l <= k; l++) row[l] = (row[l] ?? 0) + curve * xk * (x[l] ?? 0);
      }
    }
    for (let k = 0; k < size; k++) {
      for (let l = k + 1; l < size; l++) (hessian[k] ?? [])[l] = hessian[l]?.[k] ?? 0;
    }
    const step = solve(hessian, gradient);
    for (const [k, s] of step.entries()) beta[k] = (beta[k] ?? 0) + s;
  }
  return beta;
}

/** Gauss's elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, k) => [...row, right[k] ?? 0]);
  const n = a.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let r = k + 1; r < n; r++)
      if (Math.abs(a[r]?.[k] ?? 0) > Math.abs(a[pivot]?.[k] ?? 0)) pivot = r;
    [a[k], a[pivot]] = [a[pivot] ?? [], a[k] ?? []];
    const top = a[k] ?? [];
    for (let r = 0; r < n; r++) {
      if (r === k) continue;
      const row = a[r] ?? [];
      const factor = (row[k] ?? 0) / (top[k] || 1e-12);
      for (let c = k; c <= n; c++) row[c] = (row[c] ?? 0) - factor * (top[c] ?? 0);
    }
  }
  return a.map((row, k) => (row[n] ?? 0) / (row[k] || 1e-12));
}

/** Prints the table of `lib/understanding/segmentation/weights.ts`, fitted on the tuning half. */
function main(): void {
  const documents = readGold(process.argv[2] ?? GOLD_DIR).filter(({ id }) => half(id) === 'tuning');
  const { intercept, weights } = fitWeights(documents);
  console.log(`export const INTERCEPT = ${intercept.toFixed(4)};`);
  console.log('export const WEIGHTS: Readonly<Record<string, number>> = {');
  for (const [name, weight] of Object.entries(weights)) {
    console.log(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight.toFixed(4)},`);
  }
  console.log('};');
}

if (process.argv[1] === import.meta.filename) main();
