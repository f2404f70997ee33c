/** What an aggregation will do, before it counts: areas, each with its units and a key that changes with its figures. */
import { checksum } from '../ingest/file/hash.ts';
import type { Dataset } from '../model/dataset.ts';
import type { RecordDefinition } from '../model/record/definition.ts';
import { monthsIn } from '../record/coverage.ts';
import type { Covered } from '../record/figures.ts';
import type { AggregateDefinition } from './definition.ts';
import { AggregationError } from './fault.ts';
import { type Survey, surveyTable } from './survey.ts';
import { findSuperseded, type Superseded } from './twice.ts';
import { columnsOf, type TableColumns } from './warehouse/columns.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

/** Units that are counted and kept together: those below one unit of the base. */
export interface Area {
  /** The id of the unit above; "khac" for units without one. */
  readonly area: string;
  readonly name: string;
  /** Ids, and the texts of the table that stand for them. */
  readonly units: readonly string[];
  readonly texts: readonly string[];
  readonly records: number;
  /** Two runs with the same key give the same figures. */
  readonly key: string;
}

export interface Plan {
  readonly warehouse: Warehouse;
  readonly table: TableColumns;
  readonly definition: RecordDefinition;
  readonly wish: AggregateDefinition;
  readonly data: Dataset;
  readonly survey: Survey;
  readonly superseded: Superseded;
  readonly counting: Covered;
  readonly areas: readonly Area[];
  readonly years: readonly string[];
  /** Areas that are counted by the same queries. */
  readonly batches: readonly (readonly Area[])[];
}

export interface Planning {
  readonly warehouse: Warehouse;
  readonly wish: AggregateDefinition;
  readonly data: Dataset;
  readonly today: string;
  /** The version of the code: other code may count otherwise. */
  readonly code: string;
  /** Ids of the areas that are counted; all, if nothing is said. */
  readonly areas?: readonly string[];
  /** Units × months that one answer may hold; each comes with its categories. */
  readonly mostRows?: number;
}

/** @throws {AggregationError} */
export async function planAggregate(planning: Planning): Promise<Plan> {
  const { warehouse, wish, data } = planning;
  const definition = data.records.get(wish.record);
  if (!definition || definition.measures.length === 0) {
    const known = [...data.records.keys()].join(', ');
    throw new AggregationError(
      'definition',
      `no kind of records "${wish.record}"; there are ${known}`,
    );
  }
  const table = await columnsOf(warehouse, definition, wish);
  const survey = await surveyTable({ ...planning, table, definition });
  const superseded = await findSuperseded(warehouse, table, survey.records, wish.unique);
  const { said, coverage, hasEarlier, present } = survey;
  const counting: Covered = {
    ...{ definition, said, coverage, hasEarlier, present },
    temporalOf: (measure) => data.measures.get(measure)?.temporal ?? 'flow',
  };
  const all = await areasOf(planning, survey, superseded, definition);
  const areas = planning.areas ? chosenAreas(all, planning.areas) : all;
  return {
    ...{ warehouse, table, definition, wish, data, survey, superseded, counting, areas },
    years: [...new Set(monthsIn(coverage).map((month) => month.slice(0, 4)))],
    batches: batchesOf(areas, monthsIn(coverage).length, planning.mostRows),
  };
}

async function areasOf(
  { data, wish, code }: Planning,
  survey: Survey,
  superseded: Superseded,
  definition: RecordDefinition,
): Promise<Area[]> {
  const areaOf = (unit: string) => data.units.at(unit).parent ?? 'khac';
  const ids = new Set(survey.unitIds.values());
  const names = [...new Set([...ids].map(areaOf))].sort();
  const { coverage, hasEarlier, said } = survey;
  const { parts: _parts, whole: _whole, ...counted } = wish; // they change no figure
  const shared = JSON.stringify([
    ...[code, definition, counted, coverage, hasEarlier],
    [...said].map(([name, meant]) => [name, [...meant]]),
  ]);
  return Promise.all(
    names.map(async (area) => {
      const own = survey.units.filter(({ text }) => areaOfText(text, survey, areaOf) === area);
      const texts = own.map(({ text }) => text);
      const states = own.map(({ text, records, state }) => [
        text,
        survey.unitIds.get(text),
        records,
        state,
      ]);
      const key = JSON.stringify([shared, states, await superseded.stateOf(texts)]);
      return {
        ...{ area, texts, name: data.units.has(area) ? data.units.at(area).name : area },
        units: [...ids].filter((unit) => areaOf(unit) === area).sort(),
        records: own.reduce((sum, item) => sum + item.records, 0),
        key: checksum('sha256', new TextEncoder().encode(key)),
      };
    }),
  );
}

function chosenAreas(all: readonly Area[], wanted: readonly string[]): Area[] {
  const strange = wanted.find((id) => !all.some(({ area }) => area === id));
  if (strange !== undefined) {
    const known = all.map(({ area }) => area).join(', ');
    throw new AggregationError('options', `no area "${strange}"; there are ${known}`);
  }
  return all.filter(({ area }) => wanted.includes(area));
}

function areaOfText(text: string, { unitIds }: Survey, areaOf: (unit: string) => string) {
  const unit = unitIds.get(text);
  return unit === undefined ? null : areaOf(unit);
}

const MOST_ROWS = 40_000;

function batchesOf(areas: readonly Area[], months: number, most = MOST_ROWS): Area[][] {
  const batches: Area[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const area of areas) {
    const own = area.texts.length * months;
    if (rows + own > most) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(area);
    rows += own;
  }
  return batches;
}
