/**
 * A WAV file of a soft tone, 8-bit mono at 8 kHz, as http://soundfile.sapp.org/doc/WaveFormat has it:
 * every browser plays it, also one that comes without the patented formats.
 */
export function tone(seconds: number): Buffer {
  const rate = 8000;
  const size = seconds * rate;
  const file = Buffer.alloc(44 + size);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + size, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // PCM, one channel.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  // Bytes a second, bytes a sample, bits a sample.
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(size, 40);
  for (let i = 0; i < size; i++) {
    file[44 + i] = 128 + Math.round(12 * Math.sin((i * 2 * Math.PI * 220) / rate));
  }
  return file;
}
