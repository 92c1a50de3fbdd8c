import { inflateSync } from 'node:zlib';

/** What must be known of a font to set a line of text with it. */
export interface FontMetrics {
  /** Width of a character in ems; undefined where the font has no glyph for it. */
  advance(codePoint: number): number | undefined;
}

/**
 * Reads glyph widths from a WOFF 1.0 file (https://www.w3.org/TR/WOFF/). Of the character maps only
 * the one for the Basic Multilingual Plane is read, format 4
 * (https://learn.microsoft.com/typography/opentype/spec/cmap): text fonts keep their letters there.
 * @throws Error where the bytes are no such file.
 */
export function readWoff(bytes: Uint8Array): FontMetrics {
  const file = viewOf(bytes);
  if (file.byteLength < 44 || file.getUint32(0) !== 0x774f4646) throw new Error('not a WOFF file');
  const table = (name: string): DataView => {
    for (let i = 0; i < file.getUint16(12); i++) {
      const at = 44 + 20 * i;
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) !== name) continue;
      const [offset, packed, length] = [4, 8, 12].map((field) => file.getUint32(at + field));
      const data = bytes.subarray(offset, (offset ?? 0) + (packed ?? 0));
      return viewOf((packed ?? 0) < (length ?? 0) ? inflateSync(data) : data);
    }
    throw new Error(`the font has no table “${name}”`);
  };
  const unitsPerEm = table('head').getUint16(18);
  const wide = table('hhea').getUint16(34);
  const widths = table('hmtx');
  const glyphs = readCharacterMap(table('cmap'));
  return {
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      // Glyphs after the last with a width of its own are as wide as that one.
      if (glyph === undefined) return undefined;
      return widths.getUint16(4 * Math.min(glyph, wide - 1)) / unitsPerEm;
    },
  };
}

/** Code point → glyph number, of the first map in format 4. */
function readCharacterMap(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const map = cmap.getUint32(8 + 8 * i);
    if (cmap.getUint16(map) !== 4) continue;
    const segments = cmap.getUint16(map + 6) / 2;
    const ends = map + 14;
    const starts = ends + 2 * segments + 2;
    const deltas = starts + 2 * segments;
    const offsets = deltas + 2 * segments;
    for (let s = 0; s < segments; s++) {
      const [start, end] = [cmap.getUint16(starts + 2 * s), cmap.getUint16(ends + 2 * s)];
      const delta = cmap.getUint16(deltas + 2 * s);
      const offset = cmap.getUint16(offsets + 2 * s);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const at = offsets + 2 * s + offset + 2 * (code - start);
        const listed = offset === 0 ? code : cmap.getUint16(at);
        const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
        if (glyph !== 0) glyphs.set(code, glyph);
      }
    }
    return glyphs;
  }
  throw new Error('the font has no character map that can be read');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
