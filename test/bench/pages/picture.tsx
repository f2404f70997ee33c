/** What the bare pages draw with Recharts: a district's units as bars, or as lines over its months. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Bar, BarChart, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';

export interface Sight {
  readonly view: string;
  readonly indicator: string;
  readonly period: string;
}

/** Bars: one entry a unit (`name`, `value`). Lines: one entry a month, a field each unit. */
export type Drawn = readonly Readonly<Record<string, string | number>>[];

/** Draws what `look` finds for the address, now and after every change of it; at once where it is no promise. */
export function draw(look: (sight: Sight) => Drawn | Promise<Drawn>): void {
  createRoot(document.getElementById('root') as HTMLElement).render(<Page look={look} />);
}

type Look = Parameters<typeof draw>[0];

function Page({ look }: { readonly look: Look }) {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const found = useFound(look, search);
  const { view } = sightOf(search);
  if (!found) return null;
  return view === 'trend' ? <Lines rows={found} /> : <Bars rows={found} />;
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
}

function sightOf(search: string): Sight {
  const params = new URLSearchParams(search);
  const of = (name: string) => params.get(name) ?? '';
  return { view: of('view'), indicator: of('indicator'), period: of('period') };
}

/** What was found last stays until the next is there; `data-ready` says whether it is. */
function useFound(look: Look, search: string): Drawn | null {
  const [found, setFound] = useState<{ search: string; rows: Drawn } | null>(null);
  const asked = useMemo(() => look(sightOf(search)), [look, search]);
  const now = asked instanceof Promise && found?.search === search ? found.rows : asked;
  const isThere = !(now instanceof Promise);
  useEffect(() => {
    const root = document.documentElement;
    if (isThere) root.dataset.ready = 'true';
    else delete root.dataset.ready;
  });
  useEffect(() => {
    let isOld = false;
    if (asked instanceof Promise) asked.then((rows) => isOld || setFound({ search, rows }));
    return () => {
      isOld = true;
    };
  }, [asked, search]);
  return isThere ? now : (found?.rows ?? null);
}

const SIZE = { width: 960, height: 420 };

function Bars({ rows }: { readonly rows: Drawn }) {
  return (
    <>
      <BarChart {...SIZE} data={rows as Record<string, string | number>[]} layout="vertical">
        <XAxis type="number" />
        <YAxis type="category" dataKey="name" width={140} />
        <Tooltip />
        <Bar dataKey="value" fill="#1d5a86" isAnimationActive={false} />
      </BarChart>
      <Values rows={rows} />
    </>
  );
}

/** For whoever checks the picture, as the dashboard writes them. */
function Values({ rows }: { readonly rows: Drawn }) {
  return (
    <p>
      {rows.map(({ unit, value }) => (
        <i key={unit} data-unit={unit} data-value={value} />
      ))}
    </p>
  );
}

function Lines({ rows }: { readonly rows: Drawn }) {
  const units = Object.keys(rows[0] ?? {}).filter((key) => key !== 'period');
  return (
    <LineChart {...SIZE} data={rows as Record<string, string | number>[]}>
      <CartesianGrid />
      <XAxis dataKey="period" />
      <YAxis />
      <Tooltip />
      {units.map((unit) => (
        <Line key={unit} dataKey={unit} isAnimationActive={false} />
      ))}
    </LineChart>
  );
}
