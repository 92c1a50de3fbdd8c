import type { ReactNode } from 'react';

/** A page that has only something to say. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="mx-auto w-full max-w-2xl flex-1 px-5 pb-20 pt-20">
      <h1 className="text-4xl leading-tight">{title}</h1>
      <div className="mt-5 font-serif text-lg leading-relaxed [&_form]:font-sans [&_p_a]:underline">
        {children}
      </div>
    </main>
  );
}
