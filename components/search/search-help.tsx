const EXAMPLES = [
  ['two words', 'passages with both'],
  ['"exact phrase"', 'these words in this order'],
  ['-word', 'without this word'],
  ['speaker:name', 'only what this person said'],
  ['asked:name', 'only questions by this person; answered: only answers'],
  ['after:2026-01-01', 'only episodes from this day on; before: likewise'],
  ['episode:, show:, section:', 'only where the title has this word'],
];

/** What can be typed. */
export function SearchHelp() {
  return (
    <dl className="mt-10 grid max-w-2xl gap-x-8 gap-y-3 sm:grid-cols-[auto_1fr]">
      {EXAMPLES.map(([example, meaning]) => (
        <div key={example} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt>
            <code className="rounded bg-tint px-1.5 py-0.5 text-sm">{example}</code>
          </dt>
          <dd className="text-muted max-sm:mt-1">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
