/** Where in a JSON text something stands: keys and positions from the outermost value inwards. */
export type JsonPath = readonly (string | number)[];

/** The first place at which a text stops being JSON, and what is wrong there. */
export interface JsonFault {
  /** Offset in the text. */
  index: number;
  /** A sentence's end: what is wrong and how to mend it. */
  why: string;
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const WORD = /[+-]?[\w.]{1,40}/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Walks through JSON (RFC 8259) without recursion, so that nesting cannot exhaust the stack, and tells
 * `visit` where every value begins. JavaScript's own parser is faster and is what reads the values; this
 * says where things stand, which that one does not. `path` is reused: copy what is to be kept. Linear.
 */
export function walkJson(
  text: string,
  visit: (index: number, path: JsonPath) => void = () => {},
): JsonFault | null {
  const closers: string[] = [];
  const path: (string | number)[] = [];
  let i = skipSpace(text, 0);

  /** Reads `"key":` at i; the fault where there is none. */
  const readKey = (): JsonFault | null => {
    if (text[i] !== '"') return faultAt(text, i, 'a key between double quotes');
    const end = stringEnd(text, i);
    if (typeof end !== 'number') return end;
    path[path.length - 1] = keyOf(text.slice(i, end));
    i = skipSpace(text, end);
    if (text[i] !== ':') return faultAt(text, i, 'a colon');
    i = skipSpace(text, i + 1);
    return null;
  };

  for (;;) {
    visit(i, path);
    const first = text[i];
    if (first === '{' || first === '[') {
      closers.push(first === '{' ? '}' : ']');
      path.push(0);
      i = skipSpace(text, i + 1);
      if (text[i] !== closers.at(-1)) {
        const fault = first === '{' ? readKey() : null;
        if (fault) return fault;
        continue;
      }
    } else if (first === '"') {
      const end = stringEnd(text, i);
      if (typeof end !== 'number') return end;
      i = end;
    } else {
      LITERAL.lastIndex = i;
      const literal = LITERAL.exec(text)?.[0];
      if (!literal) return faultAt(text, i, 'a value');
      i += literal.length;
    }
    for (;;) {
      i = skipSpace(text, i);
      const closer = closers.at(-1);
      if (closer === undefined) {
        return i < text.length
          ? { index: i, why: 'something follows after its end; a file holds one document' }
          : null;
      }
      if (text[i] === closer) {
        closers.pop();
        path.pop();
        i++;
        continue;
      }
      if (text[i] !== ',') return faultAt(text, i, `a comma or ${closer}`);
      i = skipSpace(text, i + 1);
      if (text[i] === closer) {
        return { index: i, why: `a comma stands before ${closer}; take it away` };
      }
      const last = path.at(-1);
      if (closer === '}') {
        const fault = readKey();
        if (fault) return fault;
      } else path[path.length - 1] = Number(last) + 1;
      break;
    }
  }
}

function skipSpace(text: string, from: number): number {
  let i = from;
  for (let code = text.charCodeAt(i); code === 32 || code === 10 || code === 13 || code === 9; ) {
    code = text.charCodeAt(++i);
  }
  return i;
}

/** The offset after the string that begins at `start`. */
function stringEnd(text: string, start: number): number | JsonFault {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i + 1;
    if (code === 92) {
      ESCAPE.lastIndex = i;
      const escaped = ESCAPE.exec(text)?.[0];
      if (!escaped) return { index: i, why: 'a backslash stands alone; write two' };
      i += escaped.length - 1;
    } else if (code < 32) {
      const why =
        code === 10
          ? 'a line ends within double quotes; close them, or write \\n for a line end'
          : 'a control character stands within double quotes; write it as \\u and four digits';
      return { index: i, why };
    }
  }
  return { index: text.length, why: CUT_OFF };
}

const CUT_OFF = 'it ends too soon, as if it had been cut off; export or download it once more';

function faultAt(text: string, index: number, expected: string): JsonFault {
  if (index >= text.length) return { index: text.length, why: CUT_OFF };
  if (text[index] === "'") {
    return { index, why: "JSON has double quotes, not '; write it with a JSON writer" };
  }
  WORD.lastIndex = index;
  const word = WORD.exec(text)?.[0];
  if (expected === 'a value' && word) {
    return {
      index,
      why: `“${word}” is no value of JSON; write null, a number or a text in quotes`,
    };
  }
  return { index, why: `“${word ?? text[index]}” stands where ${expected} belongs` };
}

const keyOf = (quoted: string): string =>
  quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
