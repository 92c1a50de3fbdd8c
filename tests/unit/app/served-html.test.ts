import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { htmlOf as htmlInBrowser } from '@/components/served-html.browser.ts';
import { htmlOf } from '@/components/served-html.ts';
import { lay, type MadeOf } from '@/components/served-parts.ts';

/** A part of a page that counts how often it is made. */
function counted(words: string) {
  let made = 0;
  const Part = () => {
    made++;
    return createElement('p', null, words);
  };
  return { part: () => createElement(Part), made: () => made };
}

const serve = (part: ReturnType<typeof counted>, of?: MadeOf) => htmlOf(lay(part.part(), of));

describe('the HTML of a part of a page', () => {
  it('is made once for as long as what it is made of is the very same', () => {
    const [episode, links] = [{}, {}];
    const said = counted('what was said');
    expect(serve(said, [episode, links, 'https://here.example'])).toBe('<p>what was said</p>');
    expect(serve(said, [episode, links, 'https://here.example'])).toBe('<p>what was said</p>');
    expect(said.made()).toBe(1);
  });

  it('is made anew where any of it is another', () => {
    const [episode, links] = [{}, {}];
    serve(counted('before'), [episode, links, 'https://here.example']);
    expect(serve(counted('another address'), [episode, links, 'https://there.example'])).toContain(
      'another address',
    );
    expect(serve(counted('other links'), [episode, {}, 'https://there.example'])).toContain(
      'other links',
    );
    expect(serve(counted('another episode'), [{}, links, 'https://here.example'])).toContain(
      'another episode',
    );
    expect(serve(counted('more of it'), [episode, {}])).toContain('more of it');
  });

  it('is made every time where nobody says what it is made of', () => {
    const said = counted('found words');
    serve(said);
    serve(said);
    expect(said.made()).toBe(2);
  });

  it('is handed out once, and nothing stands under a number that was never laid', () => {
    const number = lay(counted('once').part());
    expect(htmlOf(number)).toContain('once');
    expect(htmlOf(number)).toBe('');
    expect(htmlOf(-1)).toBe('');
  });

  it('keeps what was said from becoming markup', () => {
    expect(serve(counted('</p><script>alert(1)</script>'))).toBe(
      '<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  it('is not made in the browser, which has it already', () => {
    expect(htmlInBrowser(lay(counted('there').part()))).toBe('');
  });
});
