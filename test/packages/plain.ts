import { descriptor, type Fixture, table } from './fixture.ts';

/** No measures, indicators, categories or identities: the default catalogue, and nothing optional. */
export function plain(): Fixture {
  const meta = descriptor('plain', 'Hai xã', [
    { name: 'units', path: 'units.csv' },
    { name: 'sources', path: 'sources.csv' },
    { name: 'observations', path: 'observations.csv' },
  ]);
  return { files: { 'datapackage.json': meta, ...files }, expected };
}

const files = {
  'units.csv': table(`
    unit,name,kind,level,parent
    thi-xa-t,Thị xã T,thị xã,district,
    phuong-h,Phường H,phường,commune,thi-xa-t
    xa-k,Xã K,xã,commune,thi-xa-t
    thon-1,Thôn 1,thôn,neighbourhood,xa-k`),
  'sources.csv': table(`
    source,unit,title
    r-h,phuong-h,Báo cáo
    r-k,xa-k,Báo cáo`),
  'observations.csv': table(`
    unit,period,measure,breakdown,category,value,status,source,locator,printed,note
    phuong-h,2023-S1,dossiers_resolved,,,545,,r-h,II.4,,
    phuong-h,2023-S1,dossiers_received,,,545,D,r-h,II.4,,in là đã giải quyết
    phuong-h,2023-S1,dossiers_received_online,,,114,,r-h,II.4,,
    phuong-h,2023-S1,dossiers_online_rate,,,100,,r-h,II.4,100,
    xa-k,2023,households,,,672,,r-k,I,,
    xa-k,2023,households_poor,,,20,,r-k,I,,
    xa-k,2023,poor_household_rate,,,2.97,,r-k,I,"2,97",
    xa-k,2023,petitions_received,petition_type,khieu_nai,10,,r-k,II,,
    xa-k,2023,petitions_received,petition_type,to_cao,2,,r-k,II,,
    xa-k,2023,petitions_resolved,petition_type,khieu_nai,8,,r-k,II,,
    xa-k,2023,petitions_resolved,petition_type,to_cao,1,,r-k,II,,
    xa-k,2023,models_total,,,4,,r-k,III,04,
    xa-k,2023,mediation_cases_received,,,10,,r-k,III,,
    xa-k,2023,mediation_cases_pending,,,2,,r-k,III,,
    xa-k,2023,mediation_cases_successful,,,6,,r-k,III,,
    xa-k,2023,tasks_on_time,,,18,,r-k,IV,,
    xa-k,2023,tasks_late,,,2,,r-k,IV,,
    xa-k,2023,dossiers_resolved_late,,,3,,r-k,V,,
    xa-k,2023,dossiers_in_progress_overdue,,,1,,r-k,V,,
    xa-k,2023,dossiers_received,,,80,,r-k,V,,`),
};

const expected: Fixture['expected'] = [
  {
    at: 'phuong-h 2023-S1 dossiers_online_rate',
    value: 11400 / 545,
    numerator: 114,
    denominator: 545,
    reported: 100,
    status: 'D',
    has: 'PCT_MISMATCH',
    why: 'the Phổ Hòa example: 20,9%, marked, beside the reported 100',
  },
  {
    at: 'xa-k 2023 poor_household_rate',
    value: 2000 / 672,
    numerator: 20,
    denominator: 672,
    reported: 2.97,
    has: 'PCT_TRUNCATED',
    why: '2,976… cut to 2,97',
  },
  {
    at: 'xa-k 2023 petitions_resolved_rate',
    value: 75,
    numerator: 9,
    denominator: 12,
    has: 'DERIVED PART_MISSING',
    why: 'Σ ÷ Σ of the same categories; no ineligible ones stated',
  },
  { at: 'xa-k 2023 models_count', value: 4, why: 'a count' },
  {
    at: 'xa-k 2023 mediation_success_rate',
    value: 75,
    numerator: 6,
    denominator: 8,
    why: '10 − 2',
  },
  { at: 'xa-k 2023 tasks_on_time_rate', value: 90, denominator: 20, why: '18 ÷ (18 + 2)' },
  {
    at: 'xa-k 2023 dossiers_overdue_rate',
    value: 5,
    numerator: 4,
    denominator: 80,
    has: 'PART_MISSING',
    why: '(3 + 1) ÷ (80 + carried_over?)',
  },
];
