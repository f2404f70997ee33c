/** A chart with its heading, its numbers as a table, and its downloads. */
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { sourceLine } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { type Action, Actions, useActionKeys } from '../part/actions.tsx';
import { useDesk } from '../part/desk.ts';
import { EmbedDialog } from './embed.tsx';
import { FigureTable, type MoreColumns } from './figure-table.tsx';
import { PictureMenu } from './picture.tsx';
import { type CardContent, useCardFiles } from './use-card-files.ts';

export interface CardProps extends CardContent {
  readonly lead?: ReactNode;
  /** How it is computed and what to mind: folded. */
  readonly notes?: ReactNode;
  /** Buttons before the others. */
  readonly actions?: ReactNode;
  /** What it shows, in one sentence: under the title, and as the drawing's accessible name. */
  readonly sentence?: string;
  readonly children: ReactNode;
  /** Columns of the table that only this card has. */
  readonly more?: MoreColumns | undefined;
  /** The content is a table itself. */
  readonly isTable?: boolean;
}

const MENUS = ['picture', 'embed'] as const;
type Menu = (typeof MENUS)[number];

function tableAction(pressed: boolean, run: () => void): Action {
  const label = pressed ? words.chart.showChart : words.chart.showTable;
  return { id: 'table', label, key: 'B', state: { pressed }, run };
}

function menuAction(id: Menu, expanded: boolean, run: () => void): Action {
  const key = { picture: 'P', embed: 'N' }[id];
  return { id, label: words[id].open, key, state: { expanded }, run };
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
  fields,
  more,
  isTable = false,
  address = {},
}: CardProps) {
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState('');
  const [menu, setMenu] = useState<Menu | null>(null);
  const section = useRef<HTMLElement>(null);
  const content = useRef<HTMLElement>(null);
  const source = sourceLine(useDesk().data, figures);
  const files = useCardFiles({ title, figures, allFigures, fields, address }, setSaid);
  const own = [
    ...(isTable ? [] : [tableAction(asTable, () => setAsTable(!asTable))]),
    ...files,
    ...MENUS.map((id) => menuAction(id, menu === id, () => setMenu(menu === id ? null : id))),
  ];
  useActionKeys(section, own);
  return (
    <section className="card" aria-label={title} ref={section}>
      <div className="card-head">
        <h1>{title}</h1>
        <div className="card-actions no-print">
          {actions}
          <Actions actions={own} />
        </div>
      </div>
      {sentence && <p className="sentence">{sentence}</p>}
      {lead ? <div className="card-lead muted">{lead}</div> : null}
      <CardNotes notes={notes} />
      <p role="status" className="small muted card-said">
        {said}
      </p>
      {menu === 'picture' && (
        <PictureMenu {...{ title, sentence }} target={content} footer={source} onSay={setSaid} />
      )}
      {menu === 'embed' && <EmbedDialog {...{ title, figures, address }} onSay={setSaid} />}
      {asTable || !sentence ? (
        <div ref={content as RefObject<HTMLDivElement>}>
          {asTable ? <FigureTable caption={title} {...{ figures, more }} /> : children}
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

function CardNotes({ notes }: Pick<CardProps, 'notes'>) {
  if (!notes) return null;
  return (
    <details className="card-lead small muted">
      <summary>{words.chart.notes}</summary>
      {notes}
    </details>
  );
}
