/** What of a card can be taken along: its figures as files, itself into the briefing. */
import { formatUrl, PLAIN_LOOK, type UrlState } from '../../address/url.ts';
import type { Figure } from '../../model/figure.ts';
import { fileName, saveFile } from '../../share/download.ts';
import type { FigureField } from '../../text/figure-fields.ts';
import { words } from '../../text/words.ts';
import type { Action } from '../part/actions.tsx';
import { useDesk } from '../part/desk.ts';
import { useBriefing } from './briefing.ts';
import { csvBlob, excelBlob } from './files.ts';

export interface CardContent {
  readonly title: string;
  /** Everything shown, in the order shown: table and downloads hold exactly these. */
  readonly figures: readonly Figure[];
  /** Downloads of more than is drawn; default: `figures`. */
  readonly allFigures?: (() => Promise<readonly Figure[]>) | undefined;
  /** Fields that the view adds to each of them. */
  readonly fields?: readonly FigureField[] | undefined;
  /** What the address does not say, or says of more than this card: its unit, its one indicator. */
  readonly address?: Partial<UrlState> | undefined;
}

export function useCardFiles(
  { title, figures, allFigures, fields = [], address = {} }: CardContent,
  onSay: (text: string) => void,
): readonly Action[] {
  const desk = useDesk();
  const briefing = useBriefing();
  const addToBriefing = () => {
    const query = formatUrl({ ...desk.state, open: null, embed: false, ...PLAIN_LOOK, ...address });
    const { items } = briefing.briefing;
    briefing.add(query, title);
    onSay(words.present.added(items.length + (items.at(-1)?.query === query ? 0 : 1)));
  };
  const save = async (kind: 'csv' | 'xlsx') => {
    const rows = allFigures ? await allFigures() : figures;
    try {
      const label = desk.data.synthetic ? `${words.app.synthetic} ${title}` : title;
      const name = fileName(label, kind);
      saveFile(
        name,
        kind === 'csv' ? csvBlob(desk, rows, fields) : await excelBlob(desk, title, rows, fields),
      );
      onSay(words.chart.saved(name));
    } catch {
      onSay(words.chart.saveFailed);
    }
  };
  return [
    { id: 'csv', label: words.chart.csv, key: 'C', run: () => void save('csv') },
    { id: 'excel', label: words.chart.excel, key: 'X', run: () => void save('xlsx') },
    { id: 'present', label: words.present.add, key: 'T', run: addToBriefing },
  ];
}
