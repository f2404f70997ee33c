/** The formula grammar of indicators and identities: measures joined by " + " and " - ", `x?` optional. */

export interface Operand {
  readonly measure: string;
  readonly sign: 1 | -1;
  readonly optional: boolean;
}

/**
 * Reads `a + b? - c`; an empty text is no operands.
 *
 * @throws SyntaxError `invalid formula: "a*b"`
 */
export function parseFormula(text: string): Operand[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const operands: Operand[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const operator = at === 0 ? '+' : words[at - 1];
    const found = /^([a-z][a-z0-9_]*)(\?)?$/.exec(words[at] ?? '');
    if (!found?.[1] || (operator !== '+' && operator !== '-')) throw invalid(text);
    operands.push({ measure: found[1], sign: operator === '+' ? 1 : -1, optional: !!found[2] });
  }
  if (words.length > 0 && words.length % 2 === 0) throw invalid(text);
  return operands;
}

function invalid(text: string): SyntaxError {
  return new SyntaxError(`invalid formula: ${JSON.stringify(text)}`);
}
