/** Words about issues: codes, severities, and the sentence that explains each. */
import type { Words } from '../vi/words.ts';

export const issueWords: Pick<Words, 'severity' | 'code' | 'issue'> = {
  severity: {
    error: 'to be checked',
    warning: 'to be noted',
    info: 'for information',
  },
  code: {
    SUM_MISMATCH: 'total and parts do not add up',
    PCT_MISMATCH: 'stated rate does not match the counts',
    RECORDS_DIFFER: 'the report differs from the count of records',
    LIST_COUNT_MISMATCH: 'stated number differs from the count of the list',
    INTERNAL_CONFLICT: 'two places of the document not yet reconciled',
    BAD_DATE: 'date to be checked',
    DOUBLE_LISTED: 'one item listed twice',
    PART_EXCEEDS_TOTAL: 'part larger than the total',
    NEGATIVE: 'negative number',
    OPENING_MISMATCH: 'opening figure differs from the closing figure before',
    CUMULATIVE_FALLS: 'cumulative figure falls',
    OVER_100: 'rate above 100%',
    STALE_COPY: 'text or figures of another time',
    MISLABELLED: 'name or symbol does not fit the content',
    TARGET_NOT_ACTUAL: 'a target or registration, not a result',
    FUTURE_REFERENCE: 'refers to a document issued after the signing date',
    PERIOD_INCOMPLETE: 'figures do not cover the whole reporting period',
    UNIT_NAME_OCR: 'unit name possibly misread by text recognition',
    PCT_TRUNCATED: 'rate cut off, not rounded',
    DUPLICATE_STATEMENT: 'stated several times, same figure',
    REVISED: 'revised by a later document',
    PART_MISSING: 'an optional part is missing',
    DERIVED: 'derived from stated figures',
    NO_DENOMINATOR: 'rate only, without counts',
    SMALL_N: 'few cases (under 30), the rate varies easily',
    NEAR_NAME: 'name close to that of another unit',
  },
  issue: {
    reader: 'noted by a reader',
    SUM_MISMATCH: (total, parts) =>
      `The total is stated as ${total}, the parts add up to ${parts}.`,
    PART_EXCEEDS_TOTAL: (total, parts) =>
      `The total is stated as ${total}, the stated parts alone add up to ${parts}.`,
    PART_MISSING: (total, parts) =>
      `The total is stated as ${total}, the stated parts add up to ${parts}; the difference may be an item that is not stated.`,
    PCT_MISMATCH: (computed, reported) =>
      `The document states ${reported}; the counts give ${computed}.`,
    PCT_TRUNCATED: (computed, reported) =>
      `The document states ${reported}; the counts give ${computed}: the last digits were cut off, not rounded.`,
    RECORDS_DIFFER: (reported, counted) =>
      `The report says ${reported}, counting the records gives ${counted}.`,
    LIST_COUNT_MISMATCH: (printed, listed) =>
      `The document states ${printed}; its list contains ${listed}.`,
    INTERNAL_CONFLICT: (first, other) =>
      `One place states ${first}, another ${other}; the figure stated first is shown.`,
    DUPLICATE_STATEMENT: (value) =>
      `The same figure (${value}) is stated in several places; it is counted once.`,
    REVISED: (latest, old) => `Documents differ: ${latest} and ${old}; ${latest} is shown.`,
    sameDay: (shown, other) => `As of one day, one place states ${shown}, another ${other}.`,
    hidden: 'Places differ; the figures are not published.',
    SAME_NAME: (other) => `The name of another unit (${other}); they are two units.`,
    identity: (name) => `Addition rule: ${name}.`,
    OPENING_MISMATCH: (closed, opened) =>
      `The period before closed with ${closed}, this one opens with ${opened}.`,
    CUMULATIVE_FALLS: (inner, found) =>
      `This period is stated as ${found}, less than the ${inner} stated for a period within it.`,
    NEGATIVE: (found) => `Stated as ${found}; this measure cannot be less than 0.`,
    OVER_100: (found) => `Stated as ${found}, above 100%.`,
    OVER_100_COMPUTED: (found) => `The counts give ${found}, above 100%.`,
    SMALL_N: (n) =>
      `The denominator is ${n}, fewer than 30 cases: one case more or less changes the rate considerably.`,
    NO_DENOMINATOR: (found) =>
      `The document states only the rate ${found}, without counts to recalculate it.`,
    STALE_COPY: (n, earlier) =>
      `All ${n} counts are those of ${earlier}; the earlier report may have been copied.`,
    NEAR_NAME: (other) =>
      `The name is close to ${other}; these are two separate units and are not merged.`,
    PERIOD_INCOMPLETE: (signed, end) =>
      `The document was signed on ${signed}, before the reporting period ended (${end}): the figures do not cover the whole period.`,
    badDay: {
      printed:
        'The date stated in the document is not in the calendar, or the last day comes before the first.',
      as_of: (asOf, signed) =>
        `The figures are as of ${asOf}, which is not between the start of the period and the signing date (${signed}).`,
      received: (received, signed) =>
        `Recorded as received on ${received}, before the signing date (${signed}).`,
      signed: (signed, start) =>
        `The document was signed on ${signed}, before the reporting period began (${start}).`,
      notYet: (signed) => `Signed on ${signed}, a day that has not come yet.`,
      refused: (column, text) =>
        column === 'period'
          ? `The reporting period of the document is stated as “${text}” (column “period”), which is not a real period.`
          : `The document states the ${DATE_NAMES[column] ?? 'date'} “${text}” (column “${column}”), which is not in the calendar, or not written as year-month-day.`,
    },
    FUTURE_REFERENCE: (signed) => `The text refers to a day after the signing date (${signed}).`,
  },
};

const DATE_NAMES: Readonly<Record<string, string>> = {
  signed_on: 'signing date',
  due_on: 'due date',
  received_on: 'date of receipt',
};
