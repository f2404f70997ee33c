/** Words of what is counted: which records make up a figure. */
import type { Words } from '../vi/words.ts';

export const countingWords: Words['counting'] = {
  counted: (kind, rule) => `Counted from ${kind}: ${rule}.`,
  added: (kind, column, rule) => `“${column}” added up over ${kind}: ${rule}.`,
  flow: (event) => `“${event}” within the period`,
  stock: (event) => `“${event}” by the end of the period`,
  opening: (event) => `“${event}” before the period`,
  until: (until) => `no “${until}” by then`,
  load: (flow, opening) => `${flow}, or carried over (${opening})`,
  end: 'the last day of the period',
  among: (column, values) => `“${column}” is ${values}`,
  not: (column, values) => `“${column}” is not ${values}`,
  day: {
    '=': (column, day) => `“${column}” on ${day}`,
    '<': (column, day) => `“${column}” before ${day}`,
    '<=': (column, day) => `“${column}” not after ${day}`,
    '>': (column, day) => `“${column}” after ${day}`,
    '>=': (column, day) => `“${column}” not before ${day}`,
  },
  orMissing: (condition) => `${condition} or left empty`,
  given: (column) => `“${column}” filled in`,
  missing: (column) => `“${column}” left empty`,
  or: ' or ',
};
