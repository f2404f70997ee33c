/** What of a card can be taken along: its figures as files, itself into the briefing. */
import { formatUrl } from '../../address/url.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { words } from '../../text/words.ts';
import type { Action } from '../part/actions.tsx';
import { useDesk } from '../part/desk.ts';
import { useBriefing } from './briefing.ts';
import type { CardProps } from './card.tsx';
import { csvBlob, excelBlob } from './files.ts';

type Content = Pick<CardProps, 'title' | 'figures' | 'allFigures' | 'address'>;

export function useCardFiles(
  { title, figures, allFigures, address = {} }: Content,
  onSay: (text: string) => void,
): readonly Action[] {
  const desk = useDesk();
  const briefing = useBriefing();
  const addToBriefing = () => {
    const query = formatUrl({ ...desk.state, open: null, embed: false, ...address });
    const { items } = briefing.briefing;
    briefing.add(query, title);
    onSay(words.present.added(items.length + (items.at(-1)?.query === query ? 0 : 1)));
  };
  const save = async (kind: 'csv' | 'xlsx') => {
    const rows = allFigures ? await allFigures() : figures;
    try {
      const label = desk.data.synthetic ? `${words.app.synthetic} ${title}` : title;
      const name = fileName(label, kind);
      saveFile(name, kind === 'csv' ? csvBlob(desk, rows) : await excelBlob(desk, title, rows));
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
