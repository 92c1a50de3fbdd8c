import path from 'node:path';
import { parseArgs } from 'node:util';
import { takePictures } from '../tests/screenshots/take.ts';
import { run, say, UsageError } from './console.ts';

const USAGE =
  'npm run screenshots -- [--out DIR] [--state NAME]… [--window NAME]…; names may be parts: --state reader --window dark';

/** Pictures of every page and state, to be looked at; needs a built site. */
await run(async () => {
  const { out, state, window } = readArguments();
  const folder = path.resolve(out);
  const made = await takePictures({ folder, states: state, windows: window }, say);
  if (made === 0) throw new UsageError(`No state or window has such a name. ${USAGE}`);
  say(`${made} pictures are in ${folder}.`);
});

function readArguments() {
  try {
    return parseArgs({
      options: {
        out: { type: 'string', default: 'screenshots' },
        state: { type: 'string', multiple: true, default: [] },
        window: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message} ${USAGE}`);
  }
}
