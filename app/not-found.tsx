import type { Metadata } from 'next';
import { Message } from '@/components/message';
import { SearchForm } from '@/components/search-form';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Message title="Nothing is kept at this address">
      <p>
        The page may have been renamed, or the address has a part that Earmark does not understand.
        Search for some words you remember, or go to the <a href="/">library</a>.
      </p>
      <div className="mt-6">
        <SearchForm id="lost-search" />
      </div>
    </Message>
  );
}
