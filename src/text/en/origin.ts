/** Words of the panel that tells where a figure comes from. */
import { placesText } from '../../model/writing/cell-place.ts';
import type { Words } from '../vi/words.ts';

export const origin: Words['origin'] = {
  heading: 'Origin of the figure',
  close: 'Close',
  reported: 'The document states',
  statements: 'Source figures',
  noStatement: 'Not in any document',
  optional: 'if any',
  printed: 'As stated in the document',
  place: 'Place',
  section: (locator) =>
    placesText(
      locator,
      (sheet, cells) => (sheet ? `sheet ${sheet}, cell ${cells}` : `cell ${cells}`),
      (section) => `section ${section}`,
    ),
  mended: (before, after) =>
    before === ''
      ? `Mended on import: empty, “${after}” was entered`
      : `Mended on import: it says “${before}”, changed to “${after}”`,
  file: (file, line) => `${file}, line ${line}`,
  breakdown: (name) => `Breakdown: ${name}`,
  issues: 'What to note',
  inside: 'Shorter periods',
  around: 'Longer periods',
  before: 'Same period of the year before',
  derivedOver: 'derived from',
  above: 'Same indicator in the parent unit',
  below: 'Same indicator in the subordinate units',
  definition: 'Definition',
  basis: 'Legal basis',
  missing: 'The data package does not have this figure.',
  signed: (day) => `signed on ${day}`,
  unsigned: 'no signing date',
  asOf: (day) => `as of ${day}`,
  role: {
    numerator: 'Numerator',
    denominator: 'Denominator',
    reported: 'Rate stated in the document',
    value: 'Figure',
  },
  compare: 'Compare the units',
  trend: 'See the trend',
  computed: (value) => `Recalculated from counts: ${value}`,
  stale: (period) => `figure for ${period}`,
};
