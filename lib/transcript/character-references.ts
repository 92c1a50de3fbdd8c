import { Tokenizer } from 'htmlparser2';
import { readable } from './readable.ts';

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});/gi;
/** Marks of direction and of where a word may be cut show nothing and part no words. */
const DIRECTION = /^&(?:lrm|rlm|shy);$/i;

/**
 * Character references of HTML (“&#39;”, “&quot;”) as characters, for texts that were copied out of pages.
 * What is none stays. Linear.
 */
export function withCharacters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (reference) => characterOf(reference));
}

const known = new Map<string, string>();

function characterOf(reference: string): string {
  let character = known.get(reference);
  if (character === undefined) {
    character = DIRECTION.test(reference) ? '' : decoded(reference);
    // Only HTML's own names are kept, so that a hostile file cannot fill the memory.
    if (character !== reference && !reference.startsWith('&#')) known.set(reference, character);
  }
  return character;
}

function decoded(reference: string): string {
  let characters = '';
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (from, to) => {
        characters += reference.slice(from, to);
      },
      ontextentity: (point) => {
        characters += readable(String.fromCodePoint(point));
      },
      onopentagname: ignore,
      onclosetag: ignore,
      onattribname: ignore,
      onattribdata: ignore,
      onattribend: ignore,
      onattribentity: ignore,
      onselfclosingtag: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
    },
  );
  tokenizer.write(reference);
  tokenizer.end();
  // What stands for no character stays as it is written.
  if (characters.includes('\ufffd')) return reference;
  // A blank that may not break is a blank.
  return characters.replace(/[\u00a0\0]/g, ' ');
}
