/** The floor: bare React and Recharts, the rows of a district inside the page, nothing asked of anybody. */
import { type Drawn, draw, type Sight } from './picture.tsx';

type Row = Readonly<Record<string, string | number>>;

const rows: readonly Row[] = JSON.parse(document.getElementById('rows')?.textContent ?? '[]');

draw(
  ({ view, indicator, period }: Sight): Drawn =>
    view === 'trend' ? lines(indicator) : bars(indicator, period),
);

function bars(indicator: string, period: string): Drawn {
  return rows
    .filter((row) => row.period === period)
    .map((row) => ({ unit: row.unit ?? '', name: row.name ?? '', value: row[indicator] ?? 0 }))
    .sort((a, b) => Number(b.value) - Number(a.value));
}

function lines(indicator: string): Drawn {
  const months = new Map<string, Record<string, string | number>>();
  for (const row of rows) {
    const period = String(row.period);
    const month = months.get(period) ?? { period };
    month[String(row.unit)] = row[indicator] ?? 0;
    months.set(period, month);
  }
  return [...months.values()];
}
