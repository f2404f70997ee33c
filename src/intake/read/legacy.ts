/** Encodings from before Unicode that browsers do not know: TCVN3 (ABC) and VNI-Windows. */

/** TCVN 5712:1993, third table, as Windows fonts (.VnTime) used it: bytes A1–FE. */
const TCVN3: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries({
    a1: 'ĂÂÊÔƠƯĐăâêôơưđ',
    b5: 'àảãáạ',
    bb: 'ằẳẵắ',
    c6: 'ặầẩẫấậè',
    ce: 'ẻẽéẹềểễếệìỉ',
    dc: 'ĩíịò',
    e1: 'ỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
  }).flatMap(([start, letters]) =>
    [...letters].map((letter, at) => [Number.parseInt(start, 16) + at, letter]),
  ),
);

/** Bytes as TCVN3; what the table does not have stays as Latin-1 has it. */
export function decodeTcvn3(bytes: Uint8Array): string {
  return chunked(bytes, (byte) => TCVN3[byte] ?? String.fromCharCode(byte));
}

/** Marks that follow a letter in VNI; `tone` and `shape` are combining characters. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters that VNI has as one character. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const VNI_PAIR = '([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])';
const VNI = new RegExp(`${VNI_PAIR}|[ñôöíìæóòîÑÔÖÍÌÆÓÒÎ]`, 'gu');

/** Windows-1252 text that is VNI → Unicode. */
export function decodeVni(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(VNI, (found: string, letter?: string, mark = '') =>
    letter === undefined
      ? letterOf(found)
      : (letterOf(letter) + (VNI_MARKS[mark.toLowerCase()] ?? mark)).normalize('NFC'),
  );
}

function letterOf(letter: string): string {
  const plain = VNI_LETTERS[letter.toLowerCase()] ?? letter.toLowerCase();
  return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
}

const CHUNK = 8192;

function chunked(bytes: Uint8Array, letterAt: (byte: number) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(Array.from(bytes.subarray(at, at + CHUNK), letterAt).join(''));
  }
  return parts.join('');
}
