import { describe, expect, it } from 'vitest';
import { decode } from '@/lib/transcript/decode';

/** Text as bytes of an encoding that only a decoder is known of: what it makes of all bytes, turned round. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, number[]>();
  for (let lead = 255; lead >= 0; lead--) {
    for (let trail = 255; trail > 0x3f && lead > 0x80; trail--) {
      const read = decoder.decode(Uint8Array.of(lead, trail));
      if ([...read].length === 1) bytesOf.set(read, [lead, trail]);
    }
  }
  for (let one = 255; one >= 0; one--) {
    // As a stream, for else Node takes Windows-1252 for Latin-1.
    const read = new TextDecoder(encoding).decode(Uint8Array.of(one), { stream: true });
    if (read.length === 1 && read !== '\uFFFD') bytesOf.set(read, [one]);
  }
  return Uint8Array.from([...text].flatMap((each) => bytesOf.get(each) ?? []));
}

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('café')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFcafé')],
    ['UTF-16', Buffer.from('\uFEFFcafé', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFcafé', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('café', 'latin1')],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe('café');
  });

  it.each([
    ['little end first', Buffer.from('1\ncafé: 12', 'utf16le')],
    ['big end first', Buffer.from('1\ncafé: 12', 'utf16le').swap16()],
  ])('reads UTF-16 without a byte order mark, %s', (_, bytes) => {
    expect(decode(bytes)).toBe('1\ncafé: 12');
  });

  it.each([
    ['windows-1251', 'Добрый день, сегодня мы говорим о хлебе и о том, как его пекут.'],
    ['koi8-r', 'Добрый день, сегодня мы говорим о хлебе и о том, как его пекут.'],
    ['windows-1253', 'Καλημέρα, σήμερα μιλάμε για το ψωμί και για το πώς ψήνεται.'],
    ['windows-1255', 'שלום לכולם, היום נדבר על לחם ועל הדרך שבה אופים אותו.'],
    ['windows-1256', 'مرحبا بكم، اليوم نتحدث عن الخبز وكيف يصنع في البيت.'],
    ['windows-1250', 'Dzień dobry, dziś mówimy o chlebie, który zawsze się udaje, i o żurku.'],
    ['windows-1250', 'Dobrý den, dnes si povíme něco o chlebu, který se peče každý týden.'],
    ['windows-1250', 'Dobro veče, večeras pričamo o hlebu koji svi vole, i još o nečemu što žele.'],
    ['windows-1254', 'Günaydın, bugün ekmekten konuşacağız ve nasıl yapıldığını öğreneceğiz.'],
    ['windows-1252', 'Grüß Gott, heute sprechen wir über Brot – und wie man’s bäckt.'],
    ['windows-1252', 'Bonjour à tous, aujourd’hui c’est le pain où l’été a laissé du blé.'],
    ['windows-1252', 'Buenos días, ¿qué es el pan? Mañana lo sabrá también el niño.'],
    [
      'windows-1252',
      'God dag, i dag snakker vi om brød, og om hvor længe det får lov at hæve på bordet.',
    ],
    ['shift_jis', 'こんにちは、今日はパンの話をします。ありがとうございます。'],
    ['euc-jp', 'こんにちは、今日はパンの話をします。ありがとうございます。'],
    ['euc-kr', '안녕하세요, 오늘은 빵 이야기를 하겠습니다. 감사합니다.'],
    ['gb18030', '大家好，今天我们来聊聊面包，谢谢你们的收听。'],
    ['big5', '大家好，今天我們來聊聊麵包，謝謝你們的收聽。'],
  ])('reads old exports in %s: %s', (encoding, text) => {
    expect(decode(encoded(text, encoding))).toBe(text);
    const captions = `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;
    expect(decode(encoded(captions, encoding))).toBe(captions);
  });

  it('stays with UTF-8 where a character is damaged', () => {
    const bytes = Buffer.concat([Buffer.from('naïve '.repeat(30)), Buffer.from([0xe2, 0x80])]);
    expect(decode(bytes)).toContain('naïve naïve');
  });

  it('makes every line end one "\\n"', () => {
    expect(decode(Buffer.from('a\r\nb\rc\n'))).toBe('a\nb\nc\n');
  });

  it('refuses a recording, naming the line', () => {
    expect(() => decode(Buffer.from('RIFF\n\0\x01'))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('binary'), line: 2 }),
    );
  });

  it('refuses an empty file', () => {
    expect(() => decode(Buffer.from(' \r\n'))).toThrow('empty');
  });
});

describe('old encodings', () => {
  // "こんにちは、パンのはなしをします。" and "Мы говорим о хлебе и соли." in the bytes of their time.
  it.each([
    [
      'Shift-JIS',
      '82b182f182c982bf82cd81418370839382cc82cd82c882b582f082b582dc82b78142',
      'こんにちは、パンのはなしをします。',
    ],
    [
      'Windows-1251',
      'ccfb20e3eee2eef0e8ec20ee20f5ebe5e1e520e820f1eeebe82e',
      'Мы говорим о хлебе и соли.',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('Good morning, bread.', 'utf16le').toString('hex'),
      'Good morning, bread.',
    ],
    [
      'Windows-1252',
      Buffer.from('Où est le café? Très près, là-bas, à côté du théâtre.', 'latin1').toString(
        'hex',
      ),
      'Où est le café? Très près, là-bas, à côté du théâtre.',
    ],
  ])('are told by their letters: %s', (_, hex, text) => {
    expect(decode(Buffer.from(hex, 'hex'))).toBe(text);
  });
});
