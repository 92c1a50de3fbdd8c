const PLACES = [
  ['/', 'Library'],
  ['/topics', 'People and things'],
  ['/check', 'Check a quote'],
  ['/kept', 'Kept words'],
  ['/atom.xml', 'Feed'],
] as const;

/** Where else one can go: on a phone the head of the page has no room to say so. */
export function SiteFooter() {
  return (
    <footer className="site-footer no-print">
      <nav aria-label="Site">
        <ul>
          {PLACES.map(([href, name]) => (
            <li key={href}>
              <a className="quiet-link" href={href}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
