import { describe, expect, it } from 'vitest';
import { html } from '@/lib/transcript/formats/html';
import { timedTurnsOf, turnsOf } from './written';

describe('Podcasting 2.0 HTML', () => {
  it('has speakers, times and words in their elements', () => {
    const transcript = html.parse(
      '<cite>Kevin:</cite>\n<time>0:00</time>\n<p>We&#39;re &lt;here&gt;.</p>\n<p>More.</p>\n<time>0:30</time>\n<p>And on.</p>\n<cite>Alban:</cite>\n<time>1:02:03.5</time>\n<p>Yes&nbsp;&amp; <i>no</i>.</p>',
    );
    expect(timedTurnsOf(transcript)).toEqual([
      ['Kevin', "We're <here>. More.", 0],
      ['Kevin', 'And on.', 30_000],
      ['Alban', 'Yes & no.', 3_723_500],
    ]);
    expect(transcript.turns.map(({ line }) => line)).toEqual([1, 5, 7]);
  });
});

describe('pages', () => {
  it('name speakers in bold, and go on in the next paragraph', () => {
    const transcript = html.parse(
      '<!doctype html><html lang="en-GB"><head><title>Bread | Show</title><script>var a = "<p><b>No:</b> x</p>";</script></head><body><nav><p>Home: start</p></nav><article><h1>Bread</h1><p><b>Ann Lee:</b> Hello <strong>there</strong>.</p><p>More: of it.</p><p><b>Bo</b>: Hi<br><b>Ann Lee:</b> ok</p><h2>Yeast</h2><p><strong>Bo:</strong> Yes</p></article><footer>© us</footer></body></html>',
    );
    expect(transcript).toMatchObject({
      title: 'Bread',
      language: 'en-GB',
      headings: [{ title: 'Yeast', turn: 3 }],
    });
    expect(turnsOf(transcript)).toEqual([
      ['Ann Lee', 'Hello there. More: of it.'],
      ['Bo', 'Hi'],
      ['Ann Lee', 'ok'],
      ['Bo', 'Yes'],
    ]);
  });

  it('name speakers in headings, in spans, in lists of terms, or above their words', () => {
    const expected = [
      ['Ann', 'Hello there.'],
      ['Bo', 'Hi.'],
      ['Ann', 'Well.'],
      ['Bo', 'Yes.'],
    ];
    const each = (write: (name: string, text: string) => string) =>
      `<div>${expected.map(([name = '', text = '']) => write(name, text)).join('')}</div>`;
    for (const page of [
      each((name, text) => `<h3>${name}</h3><p>${text}</p>`),
      each((name, text) => `<div><span>${name}:</span> <span>${text}</span></div>`),
      each((name, text) => `<dt>${name}</dt><dd>${text}</dd>`),
      each((name, text) => `<p><strong>${name}</strong></p><p>${text}</p>`),
    ]) {
      expect(turnsOf(html.parse(page))).toEqual(expected);
    }
  });

  it('without names are one turn a paragraph', () => {
    const page =
      '<p>We begin with bread, which is old, and which people like.</p><p>It was a good day, and everybody went home.</p>';
    expect(html.detect(page)).toBeGreaterThan(0.3);
    expect(turnsOf(html.parse(page)).map(([who]) => who)).toEqual([null, null]);
  });

  it('of links are not claimed, nor is XML', () => {
    expect(
      html.detect(
        '<ul><li><a href="https://a.example">One</a></li><li><a href="#">Two</a></li></ul>',
      ),
    ).toBe(0);
    expect(
      html.detect('<?xml version="1.0"?><tt><body><p begin="1s">Hello there.</p></body></tt>'),
    ).toBe(0);
  });

  it('without words are refused', () => {
    expect(() => html.parse('<p> </p><script>a</script>')).toThrow(/no words/);
  });
});

describe('a page that marks speakers by class and times by attributes', () => {
  it('has both, without the signs of its buttons', () => {
    const { turns, speakers, title } = html.parse(
      `<?xml version="1.0"?><html><head><title>Transcript</title></head><body><h2>Bread</h2>
      <div class="turn"><p class="speaker">Ann Lee</p>
      <p><a href="#" onclick="playAt('0:0:05')">▶</a> Good morning.</p></div>
      <div class="turn"><span class="speaker-name">Bo Dahl:</span> <span data-m="7500">Thank</span> <span data-m="8250">you.</span></div>
      <p class="speaker-text">It is good to be here, and the bread is good.</p></body></html>`,
    );
    expect(speakers.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Dahl']);
    expect(turns.map(({ text, startMs }) => [text, startMs])).toEqual([
      ['Good morning.', 5_000],
      ['Thank you. It is good to be here, and the bread is good.', 7_500],
    ]);
    expect(title).toBe('Bread');
  });
});
