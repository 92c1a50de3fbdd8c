const KEYS = [
  [['/', '⌘K'], 'search everything; in an episode also within it'],
  [['n', 'p'], 'next and previous match'],
  [['j', 'k'], 'next and previous section'],
  [['Tab'], 'to the ribbon, then ← and → by turn, Page Up and Page Down by section'],
  [['C'], 'with words selected: what can be done with them'],
  [['Esc'], 'close what is open'],
  [['?'], 'this list'],
] as const;

/** What every key does. */
export function KeysHelp() {
  return (
    <section id="keys" className="keys" popover="auto" aria-labelledby="keys-title">
      <h2 id="keys-title" className="mb-4 text-xl">
        Keys
      </h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt>
              {keys.map((key, i) => (
                <span key={key}>
                  {i > 0 && ' '}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button mt-5" popoverTarget="keys" popoverTargetAction="hide">
        Close
      </button>
    </section>
  );
}
