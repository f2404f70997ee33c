import { descriptor, type Fixture, table } from './fixture.ts';

/** A package that adds to the default catalogue and overrides parts of it by id. */
export function override(): Fixture {
  const meta = descriptor('override', 'Danh mục riêng', [
    { name: 'units', path: 'units.csv' },
    { name: 'measures', path: 'measures.csv' },
    { name: 'indicators', path: 'indicators.csv' },
    { name: 'observations', path: 'observations.csv' },
  ]);
  return { files: { 'datapackage.json': meta, ...files }, expected };
}

const files = {
  'units.csv': table(`
    unit,name,kind,level,parent
    huyen-x,Huyện X,huyện,district,
    xa-y,Xã Y,xã,commune,huyen-x`),
  // `households` becomes a flow: what the default catalogue calls a stock adds over time here.
  'measures.csv': table(`
    measure,name,unit_label,temporal
    households,Hộ được thăm,lượt hộ,flow
    bicycles,Xe đạp,xe,stock`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals,direction
    dossiers_online_rate,Trực tuyến trên đã giải quyết,dossiers_received_online,dossiers_resolved,1000,2,down
    bicycles_per_household,Xe đạp mỗi hộ,bicycles,households,1,2,none`),
  'observations.csv': table(`
    unit,period,measure,value
    xa-y,2023-Q1,dossiers_received,100
    xa-y,2023-Q1,dossiers_received_online,50
    xa-y,2023-Q1,dossiers_resolved,80
    xa-y,2023-Q1,dossiers_resolved_on_time,60
    xa-y,2023-Q1,households,10
    xa-y,2023-Q2,households,10
    xa-y,2023-S1,households,25
    xa-y,2023-Q1,bicycles,40`),
};

const expected: Fixture['expected'] = [
  {
    at: 'xa-y 2023-Q1 dossiers_online_rate',
    value: 625,
    numerator: 50,
    denominator: 80,
    why: 'overridden by id: 50 ÷ 80 × 1000',
  },
  {
    at: 'xa-y 2023-Q1 dossiers_on_time_rate',
    value: 75,
    numerator: 60,
    denominator: 80,
    why: 'the default catalogue still applies to the rest',
  },
  { at: 'xa-y 2023-S1 households', value: 25, flags: 'SUM_MISMATCH', why: 'a flow here: 10+10≠25' },
  { at: 'xa-y 2023-Q1 bicycles_per_household', value: 4, why: 'added: 40 ÷ 10' },
];
