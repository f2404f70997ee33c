/** A chart with its heading, its numbers as a table, and its downloads. */
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { formatUrl, type UrlState } from '../../address/url.ts';
import type { Figure } from '../../model/figure.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { sourceLine } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { useBriefing } from './briefing.ts';
import { EmbedDialog } from './embed.tsx';
import { FigureTable } from './figure-table.tsx';
import { csvBlob, excelBlob } from './files.ts';
import { PictureMenu } from './picture.tsx';

export interface CardProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** How it is computed and what to mind: folded. */
  readonly notes?: ReactNode;
  /** Buttons before the others. */
  readonly actions?: ReactNode;
  /** What it shows, in one sentence: under the title, and as the drawing's accessible name. */
  readonly sentence?: string;
  /** Everything shown, in the order shown: table and downloads hold exactly these. */
  readonly figures: readonly Figure[];
  readonly children: ReactNode;
  /** Downloads of more than is drawn; default: `figures`. */
  readonly allFigures?: () => Promise<readonly Figure[]>;
  /** The content is a table itself. */
  readonly isTable?: boolean;
  /** What the address does not say, or says of more than this card: its unit, its one indicator. */
  readonly address?: Partial<UrlState>;
}

export function Card({
  title,
  lead,
  notes,
  actions,
  sentence = '',
  figures,
  children,
  allFigures,
  isTable = false,
  address = {},
}: CardProps) {
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState('');
  const [menu, setMenu] = useState<'picture' | 'embed' | null>(null);
  const content = useRef<HTMLElement>(null);
  const toggle = (name: 'picture' | 'embed') => setMenu(menu === name ? null : name);
  const source = sourceLine(useDesk().data, figures);
  const desk = useDesk();
  const briefing = useBriefing();
  const addToBriefing = () => {
    const query = formatUrl({ ...desk.state, open: null, embed: false, ...address });
    const { items } = briefing.briefing;
    briefing.add(query, title);
    setSaid(words.present.added(items.length + (items.at(-1)?.query === query ? 0 : 1)));
  };
  const save = async (kind: 'csv' | 'xlsx') => {
    const rows = allFigures ? await allFigures() : figures;
    try {
      const label = desk.data.synthetic ? `${words.app.synthetic} ${title}` : title;
      const name = fileName(label, kind);
      saveFile(name, kind === 'csv' ? csvBlob(desk, rows) : await excelBlob(desk, title, rows));
      setSaid(words.chart.saved(name));
    } catch {
      setSaid(words.chart.saveFailed);
    }
  };
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h1>{title}</h1>
        <div className="card-actions no-print">
          {actions}
          {!isTable && (
            <button
              type="button"
              className="button"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? words.chart.showChart : words.chart.showTable}
            </button>
          )}
          <button type="button" className="button" onClick={() => void save('csv')}>
            {words.chart.csv}
          </button>
          <button type="button" className="button" onClick={() => void save('xlsx')}>
            {words.chart.excel}
          </button>
          <button type="button" className="button" onClick={addToBriefing}>
            {words.present.add}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={menu === 'picture'}
            onClick={() => toggle('picture')}
          >
            {words.picture.open}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={menu === 'embed'}
            onClick={() => toggle('embed')}
          >
            {words.embed.open}
          </button>
        </div>
      </div>
      {sentence && <p className="sentence">{sentence}</p>}
      {lead ? <div className="card-lead muted">{lead}</div> : null}
      {notes ? (
        <details className="card-lead small muted">
          <summary>{words.chart.notes}</summary>
          {notes}
        </details>
      ) : null}
      <p role="status" className="small muted card-said">
        {said}
      </p>
      {menu === 'picture' && (
        <PictureMenu {...{ title, sentence }} target={content} footer={source} onSay={setSaid} />
      )}
      {menu === 'embed' && <EmbedDialog {...{ title, figures, address }} onSay={setSaid} />}
      {asTable || !sentence ? (
        <div ref={content as RefObject<HTMLDivElement>}>
          {asTable ? <FigureTable caption={title} figures={figures} /> : children}
        </div>
      ) : (
        <figure ref={content} className="drawing" aria-label={sentence}>
          {children}
        </figure>
      )}
      <p className="source-line small muted">{source}</p>
    </section>
  );
}
