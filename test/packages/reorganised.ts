/** A province of 2025: three tiers with a rename, a split, a transfer and mergers, two tiers from July on. */
import type { Counted, CountedPackage, CountedUnit } from './counted.ts';

const ENDED = { to: '2025-06-30' };
const NEW = { level: 'commune', parent: 'tinh-song', from: '2025-07-01' };
const commune = (unit: string, name: string, kind: string, parent: string): CountedUnit => ({
  ...{ unit, name, kind, parent, level: 'commune' },
  ...ENDED,
});

/** Communes that reported up to the middle of 2025: dossiers online of those received, a quarter. */
const OLD: readonly (readonly [string, number, number])[] = [
  ['phuong-ben', 120, 160],
  ['phuong-cho', 90, 150],
  ['xa-dong', 20, 80],
  ['xa-ha', 45, 60],
  ['xa-lam', 30, 90],
  ['xa-mo', 12, 40],
  ['xa-non', 66, 88],
];
const LATER: readonly (readonly [string, number, number])[] = [
  ['phuong-song', 260, 400],
  ['xa-ha-lam', 90, 150],
  ['xa-mo-moi', 20, 50],
  ['xa-mo-trung', 30, 70],
  ['xa-non', 60, 75],
];

function counted(rows: typeof OLD, periods: readonly string[], units = rows): Counted[] {
  return periods.flatMap((period, at) =>
    units.map(([unit, online, received]) => ({
      ...{ unit, period, received: received + at * 4 },
      online: Math.min(received, online + at * 3),
    })),
  );
}

const quarters = (year: number) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);

export const REORGANISED: CountedPackage = {
  units: [
    { unit: 'tinh-song', name: 'Tỉnh Sông', kind: 'tỉnh', level: 'province' },
    ...['ben', 'lam'].map((id) => ({
      unit: `huyen-${id}`,
      name: id === 'ben' ? 'Huyện Bến' : 'Huyện Lâm',
      ...{ kind: 'huyện', level: 'district', parent: 'tinh-song' },
      ...ENDED,
    })),
    commune('phuong-ben', 'Phường Bến', 'phường', 'huyen-ben'),
    commune('phuong-cho', 'Phường Chợ', 'phường', 'huyen-ben'),
    commune('xa-dong', 'Xã Đông', 'xã', 'huyen-ben'),
    { ...commune('xa-ha', 'Xã Hà Cũ', 'xã', 'huyen-lam'), to: '2024-03-31' },
    { ...commune('xa-ha', 'Xã Hạ', 'xã', 'huyen-lam'), from: '2024-04-01' },
    commune('xa-lam', 'Xã Lâm', 'xã', 'huyen-lam'),
    commune('xa-mo', 'Xã Mỏ', 'xã', 'huyen-lam'),
    { ...commune('xa-non', 'Xã Non', 'xã', 'huyen-lam') },
    { ...NEW, unit: 'phuong-song', name: 'Phường Sông', kind: 'phường' },
    { ...NEW, unit: 'xa-ha-lam', name: 'Xã Hạ Lâm', kind: 'xã' },
    { ...NEW, unit: 'xa-mo-moi', name: 'Xã Mỏ Mới', kind: 'xã' },
    { ...NEW, unit: 'xa-mo-trung', name: 'Xã Mỏ Trung', kind: 'xã' },
    { ...NEW, unit: 'xa-non', name: 'Xã Non', kind: 'xã' },
  ],
  changes: [
    '2024-04-01 rename xa-ha xa-ha 1',
    ...['phuong-ben', 'phuong-cho', 'xa-dong'].map(
      (unit) => `2025-07-01 merge ${unit} phuong-song 1`,
    ),
    ...['xa-ha', 'xa-lam'].map((unit) => `2025-07-01 merge ${unit} xa-ha-lam 1`),
    '2025-07-01 split xa-mo xa-mo-moi 0.4',
    '2025-07-01 split xa-mo xa-mo-trung 0.6',
    ...['ben', 'lam'].map((id) => `2025-07-01 abolish huyen-${id}  `),
  ],
  counts: [
    ...counted(OLD, [...quarters(2024), '2025-Q1', '2025-Q2']).filter(
      ({ unit, period }) => !(unit === 'xa-dong' && period === '2024-Q3'),
    ),
    ...counted(LATER, ['2025-Q3', '2025-Q4']),
    { unit: 'huyen-ben', period: '2025-Q1', online: 260, received: 400 },
  ],
};
