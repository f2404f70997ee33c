/** A chart with its heading, its numbers as a table, and its downloads. */
import { type ReactNode, useState } from 'react';
import { formatDayOrMonth } from '../model/date.ts';
import type { Figure } from '../model/figure.ts';
import { csvText } from '../share/csv.ts';
import { fileName, saveFile } from '../share/download.ts';
import { excelFile } from '../share/excel.ts';
import { EXPORT_COLUMNS, type ExportColumn, exportRows } from '../share/rows.ts';
import { formatUrl } from '../share/url.ts';
import { vi } from '../text/vi.ts';
import { useBriefing } from './briefing.ts';
import { type Desk, useDesk } from './desk.ts';
import { FigureTable } from './figure-table.tsx';

export interface CardProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What it shows, in one sentence: under the title, and as the drawing's accessible name. */
  readonly sentence?: string;
  /** Everything shown, in the order shown: table and downloads hold exactly these. */
  readonly figures: readonly Figure[];
  readonly children: ReactNode;
  /** Downloads of more than is drawn; default: `figures`. */
  readonly allFigures?: () => Promise<readonly Figure[]>;
  /** The content is a table itself. */
  readonly isTable?: boolean;
  /** The one indicator it shows, where the address names several. */
  readonly subject?: string;
}

export function Card({
  title,
  lead,
  sentence = '',
  figures,
  children,
  allFigures,
  isTable = false,
  subject,
}: CardProps) {
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState('');
  const desk = useDesk();
  const briefing = useBriefing();
  const addToBriefing = () => {
    const own = subject ? { indicator: [subject] } : {};
    briefing.add(formatUrl({ ...desk.state, open: '', embed: false, ...own }), title);
    setSaid(vi.present.added(briefing.briefing.items.length + 1));
  };
  const save = async (kind: 'csv' | 'xlsx') => {
    const rows = allFigures ? await allFigures() : figures;
    try {
      const label = desk.data.synthetic ? `${vi.app.synthetic} ${title}` : title;
      const name = fileName(label, kind);
      saveFile(name, kind === 'csv' ? csvBlob(desk, rows) : await excelBlob(desk, title, rows));
      setSaid(vi.chart.saved(name));
    } catch {
      setSaid(vi.chart.saveFailed);
    }
  };
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <div>
          <h1>{title}</h1>
          {sentence && <p className="sentence">{sentence}</p>}
          {lead ? <div className="muted">{lead}</div> : null}
        </div>
        <div className="card-actions">
          {!isTable && (
            <button
              type="button"
              className="button"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? vi.chart.showChart : vi.chart.showTable}
            </button>
          )}
          <button type="button" className="button" onClick={() => void save('csv')}>
            {vi.chart.csv}
          </button>
          <button type="button" className="button" onClick={() => void save('xlsx')}>
            {vi.chart.excel}
          </button>
          <button type="button" className="button" onClick={addToBriefing}>
            {vi.present.add}
          </button>
        </div>
      </div>
      <p role="status" className="small muted card-said">
        {said}
      </p>
      {asTable ? (
        <FigureTable caption={title} figures={figures} />
      ) : sentence ? (
        <figure className="drawing" aria-label={sentence}>
          {children}
        </figure>
      ) : (
        children
      )}
    </section>
  );
}

function csvBlob({ data }: Desk, figures: readonly Figure[]): Blob {
  const text = csvText(EXPORT_COLUMNS, exportRows(data, figures));
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

function excelBlob({ data }: Desk, title: string, figures: readonly Figure[]): Promise<Blob> {
  const created = data.created ? vi.app.created(formatDayOrMonth(data.created)) : '';
  const remarks = [data.synthetic ? vi.app.syntheticNote : '', data.title, created].filter(Boolean);
  const column = vi.column;
  const headings: Record<ExportColumn, string> = {
    unit: vi.exportColumn.unit,
    unit_name: column.unit,
    body: column.body,
    period: column.period,
    indicator: vi.exportColumn.indicator,
    indicator_name: column.indicator,
    breakdown: column.breakdown,
    category: column.category,
    kind: column.kind,
    value: column.value,
    numerator: column.numerator,
    denominator: column.denominator,
    reported: column.reported,
    bound: vi.exportColumn.bound,
    status: column.status,
    as_of: column.asOf,
    flags: column.flags,
    source: column.source,
    locator: column.locator,
  };
  return excelFile({ headings, rows: exportRows(data, figures), remarks, sheet: title });
}
