/** What can be chosen; the first of each is how it is for those who choose nothing. */
const CHOICES = [
  [
    'theme',
    'Colours',
    [
      ['auto', 'System'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
  ],
  [
    'size',
    'Text size',
    [
      ['smaller', 'Small'],
      ['normal', 'Normal'],
      ['larger', 'Large'],
      ['largest', 'Largest'],
    ],
  ],
  [
    'face',
    'Typeface',
    [
      ['serif', 'Serif'],
      ['sans', 'Sans'],
    ],
  ],
  [
    'width',
    'Line length',
    [
      ['narrow', 'Short'],
      ['normal', 'Normal'],
      ['wide', 'Long'],
    ],
  ],
  [
    'offline',
    'To read offline',
    [
      ['keep', 'Last episodes'],
      ['none', 'Nothing'],
    ],
  ],
] as const;

const USUAL: Readonly<Record<string, string>> = {
  theme: 'auto',
  size: 'normal',
  face: 'serif',
  width: 'normal',
  offline: 'keep',
};

/** How to read: kept on the reader's device, and nowhere else. */
export function Preferences() {
  return (
    <form id="preferences" className="preferences" popover="auto" aria-label="How to read">
      {CHOICES.map(([name, legend, choices]) => (
        <fieldset key={name} data-choice={name}>
          <legend>{legend}</legend>
          <div className="choices">
            {choices.map(([value, label]) => (
              <label key={value}>
                <input
                  type="radio"
                  name={name}
                  value={value}
                  defaultChecked={USUAL[name] === value}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="mt-4 flex items-baseline justify-between gap-4 text-[0.8125rem] text-muted">
        <span>Kept on this device.</span>
        <button type="button" className="min-h-6 underline" popoverTarget="keys">
          Keys
        </button>
      </p>
    </form>
  );
}
