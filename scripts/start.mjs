import { nodeProblem } from './setup/node-version.mjs';

// Everything else is imported only afterwards: it is written for a Node that has passed this check.
const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./setup/start.mjs').then((setup) => setup.start());
}
