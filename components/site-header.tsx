import { SearchForm } from './search-form';

export function SiteHeader() {
  return (
    <header className="site-header border-b border-line px-5">
      <div className="mx-auto flex min-h-14 max-w-[90rem] items-center gap-2 sm:gap-4">
        <a href="/" className="font-serif text-xl font-semibold tracking-tight no-underline">
          Earmark
        </a>
        <a
          href="/topics"
          className="quiet-link hidden whitespace-nowrap text-sm text-muted sm:block"
        >
          Topics
        </a>
        <a
          href="/check"
          className="quiet-link hidden whitespace-nowrap text-sm text-muted sm:block"
        >
          Check a quote
        </a>
        <div className="ml-auto w-full max-w-80 max-sm:pl-2">
          <SearchForm id="site-search" compact />
        </div>
        <button
          type="button"
          className="js-only button border-0 px-0 font-serif text-lg"
          aria-label="How to read: text size, typeface, line length, colours"
          popoverTarget="preferences"
        >
          <span aria-hidden="true">Aa</span>
        </button>
        <button
          type="button"
          data-theme-toggle
          className="js-only button border-0 px-0 text-lg"
          aria-label="Switch between light and dark"
        >
          <span aria-hidden="true">◐</span>
        </button>
      </div>
    </header>
  );
}
