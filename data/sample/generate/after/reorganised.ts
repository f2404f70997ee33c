/**
 * The second package: the same reports up to the middle of 2025, then those of the nine units of today. What the
 * new units tell is what their pieces were drawn to, added up.
 */
import { addBooks } from '../book.ts';
import { findingRows, plant } from '../plant.ts';
import { targetsOf } from '../promised.ts';
import { reportsOf, sourceRow } from '../report.ts';
import type { Row, TextRow } from '../row.ts';
import { booksOf, makeSample, type Sample, townPlace } from '../sample.ts';
import { withStatuses } from '../special.ts';
import { tell } from '../tell.ts';
import { PLACES, type Place, PROVINCE } from '../town.ts';
import { PLANTED_AFTER } from './planted.ts';
import { NEW_DAY, NEW_QUARTER, SUCCESSORS, type Successor } from './successors.ts';
import { resolutionRow, unitChangeRowsAfter, unitRowsAfter } from './units.ts';

const FIRST_YEAR = 2023;
const LAST_YEAR = 2025;
const PLAN = 'kh-diep-giang-2025';

/** Households, dossiers, ballots, petitions, dialogue, mediation, poverty, families, tasks: enough to compare by. */
const KEPT =
  /^(households|population|dossiers|survey|satisfaction|petition|dialogue|mediation|poor|near_poor|temporary|cultural|tasks)_?/;

/** Makes the package anew; `planted: false` leaves out what is wrong on purpose. */
export function makeReorganised({ planted = true } = {}): Sample {
  const before = makeSample({ planted });
  const sources = sourcesBefore(before.sources);
  const kept = new Set(sources.map((source) => source.source));
  const right = [...promised(), ...SUCCESSORS.flatMap(toldBy)];
  const after = withStatuses(right).filter(({ measure }) => KEPT.test(measure));
  const findings = before.findings.filter(
    ({ source, measure = '' }) => kept.has(source ?? '') && (measure === '' || KEPT.test(measure)),
  );
  return {
    units: unitRowsAfter(),
    unitChanges: unitChangeRowsAfter(),
    sources: [...sources, resolutionRow(), planRow(), ...SUCCESSORS.flatMap(sourcesOf)],
    findings: planted ? [...findings, ...findingRows(PLANTED_AFTER)] : [],
    observations: [
      ...before.observations.filter(
        ({ source, measure }) => kept.has(source) && KEPT.test(measure),
      ),
      ...(planted ? plant(after, PLANTED_AFTER) : after),
    ],
  };
}

/** The documents of the first package from 2023 on, but for the reports that the old units no longer wrote. */
function sourcesBefore(all: readonly TextRow[]): TextRow[] {
  const reports = [townPlace(), ...PLACES].flatMap(reportsOf);
  const out = new Set(reports.filter(isAfter).map(({ source }) => source));
  return all.filter(({ source = '', period, signed_on }) => {
    const year = Number((period || signed_on || '').slice(0, 4));
    return year >= FIRST_YEAR && !out.has(source) && !source.startsWith('ht-');
  });
}

const isAfter = ({ to }: { readonly to: number }) => to >= NEW_QUARTER;

const reportsAfter = (place: Place) => reportsOf(place).filter(isAfter);

function sourcesOf({ place }: Successor): TextRow[] {
  return reportsAfter(place).map(sourceRow);
}

function toldBy({ place, pieces }: Successor): Row[] {
  const drawn = pieces.map((piece) => booksOf(piece.place));
  const books = addBooks(drawn.map((item) => item.books));
  const below = drawn.flatMap((item) => item.below);
  return reportsAfter(place).flatMap((report) => [
    ...tell(report, place.unit, books),
    ...below.flatMap((item) => tell(report, item.at.unit, item.books)),
  ]);
}

/** The targets of the year hold on; it is the province that sets them now. */
function promised(): Row[] {
  return targetsOf(LAST_YEAR, { unit: PROVINCE, period: `${LAST_YEAR}`, source: PLAN });
}

function planRow(): TextRow {
  return {
    source: PLAN,
    unit: PROVINCE,
    number: '41-KH/TU',
    title: `Kế hoạch công tác dân vận 6 tháng cuối năm ${LAST_YEAR}`,
    issuer: 'Tỉnh ủy Diệp Giang',
    signed_on: NEW_DAY.replace(/01$/, '15'),
    cutoff: 'calendar',
    remark: 'Chỉ tiêu; không phải báo cáo.',
  };
}
