/** The oldest Node that Next and the tests run on, as package.json says under "engines". */
const OLDEST = [20, 19];

/**
 * One sentence for somebody whose Node is too old, or null. Written for any Node that can read
 * modules at all, so that the sentence comes instead of a syntax error.
 */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return (
    'Earmark needs Node ' +
    OLDEST.join('.') +
    ' or newer and this is Node ' +
    version +
    '; install a newer one from https://nodejs.org and try again.'
  );
}
