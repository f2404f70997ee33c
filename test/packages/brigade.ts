import { descriptor, type Fixture, table } from './fixture.ts';

/** Fire brigades: what follows over time, and what must not (docs/figures.md, 5); one case a year. */
export function brigade(): Fixture {
  return { files: { 'datapackage.json': meta, ...resources, ...observations }, expected };
}

const meta = descriptor('brigade', 'Đội chữa cháy', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: 'observations.csv' },
]);

const resources = {
  'units.csv': table(`
    unit,name,level
    doi-a,Đội A,brigade`),
  'sources.csv': table(`
    source,unit,title,signed_on,cutoff
    cal,doi-a,Lịch,,calendar
    mid,doi-a,Ngày 14,,day14
    early,doi-a,Ký sớm,2003-05-26,calendar`),
  'measures.csv': table(`
    measure,name,unit_label,temporal,opens
    calls,Cuộc gọi,cuộc,flow,
    answered,Cuộc đã trả lời,cuộc,flow,
    engines,Xe,xe,stock,
    reach,Khoảng cách,km,none,
    cases_before,Vụ đầu kỳ,vụ,opening,cases_left
    cases_new,Vụ mới,vụ,flow,
    cases_all,Vụ phải xử lý,vụ,load,
    cases_left,Vụ còn lại,vụ,stock,`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals,direction
    answer_rate,Tỷ lệ trả lời,answered,calls,100,1,up`),
  'identities.csv': table(`
    identity,total,relation,parts,breakdown,use
    cases_sum,cases_all,=,cases_before + cases_new,,check`),
};

const observations = {
  'observations.csv': table(`
    unit,body,period,measure,value,bound,status,as_of,source,locator
    doi-a,,2001-Q1,calls,10,,,,cal,1
    doi-a,,2001-S1,calls,30,,,,cal,2
    doi-a,,2002-Q1,calls,10,,,,mid,1
    doi-a,,2002-S1,calls,30,,,,cal,2
    doi-a,,2003-Q1,calls,10,,,,cal,1
    doi-a,,2003-S1,calls,30,,,,early,2
    doi-a,,2004-S1,calls,30,,,,cal,1
    doi-a,,2004-01-01/P9M,calls,60,,,,cal,2
    doi-a,,2004,calls,100,,,,cal,3
    doi-a,,2005-Q1,engines,5,,,,cal,1
    doi-a,,2005-S1,engines,7,,,,cal,2
    doi-a,,2006-Q1,cases_before,4,,,,cal,1
    doi-a,,2006-Q1,cases_new,6,,,,cal,1
    doi-a,,2006-Q1,cases_all,10,,,,cal,1
    doi-a,,2006-Q2,cases_before,6,,,,cal,2
    doi-a,,2006-Q2,cases_new,6,,,,cal,2
    doi-a,,2006-Q2,cases_all,12,,,,cal,2
    doi-a,,2007-Q1,reach,3,,,,cal,1
    doi-a,,2007-Q2,reach,4,,,,cal,2
    doi-a,,2008-Q1,calls,40,,,,cal,1
    doi-a,,2008-Q1,answered,20,,,,cal,1
    doi-a,,2008-S1,calls,100,,,,cal,2
    doi-a,,2008-S1,answered,65,,,,cal,2
    doi-a,,2009-Q1,calls,10,,U,,cal,1
    doi-a,,2009-S1,calls,30,,,,cal,2
    doi-a,,2010-Q1,calls,10,,,,cal,1
    doi-a,,2010-Q1,calls,12,,,,cal,2
    doi-a,,2010-S1,calls,30,,,,cal,3
    doi-a,,2012-Q1,calls,10,,,,cal,1
    doi-a,,2012-S1,calls,30,,,2012-05-26,cal,2
    doi-a,ubnd,2013-Q1,calls,10,,,,cal,1
    doi-a,,2013-S1,calls,30,,,,cal,2
    doi-a,,2014-Q1,calls,10,,,,cal,1
    doi-a,,2014-S1,calls,30,>,,,cal,2
    doi-a,,2015-Q1,cases_left,7,,,,cal,1
    doi-a,,2015-Q2,cases_before,5,,,,cal,2
    doi-a,,2016-Q1,calls,10,,,,cal,1
    doi-a,,2016-S1,calls,8,,,,cal,2
    doi-a,,2017-Q1,calls,10,,,,cal,1
    doi-a,,2017-04-01/2017-05-11,calls,5,,,,cal,2
    doi-a,,2018-S1,calls,30,,,,cal,1
    doi-a,,2018-S1,answered,12,,,,cal,1
    doi-a,,2018-S2,calls,70,,,,cal,2
    doi-a,,2018-S2,answered,63,,,,cal,2`),
};

const never = (year: number, why: string) => ({
  at: `doi-a ${year}-Q2 calls`,
  value: null,
  why: `no Q2: ${why}`,
});

const expected: Fixture['expected'] = [
  { at: 'doi-a 2001-Q2 calls', value: 20, flags: 'DERIVED', why: 'Q2 = S1 − Q1' },
  never(2002, 'unequal cut-offs'),
  never(2003, 'S1 was signed in May: not complete'),
  { at: 'doi-a 2004-Q3 calls', value: 30, flags: 'DERIVED', why: '9 months − S1' },
  { at: 'doi-a 2004-Q4 calls', value: 40, flags: 'DERIVED', why: 'year − 9 months' },
  { at: 'doi-a 2004-S2 calls', value: 70, flags: 'DERIVED', why: 'year − S1' },
  { at: 'doi-a 2005-S1 engines', value: 7, flags: '', why: 'a stock never adds' },
  { at: 'doi-a 2006-S1 cases_all', value: 16, why: 'a load: the first opening 4 + Σ new 12' },
  { at: 'doi-a 2007-S1 reach', value: null, why: 'a distance never adds' },
  {
    at: 'doi-a 2008-Q2 answer_rate',
    value: 75,
    numerator: 45,
    denominator: 60,
    flags: 'DERIVED',
    why: '(65 − 20) ÷ (100 − 40)',
  },
  never(2009, 'U is never aggregated'),
  never(2010, 'Q1 is not agreed'),
  never(2012, 'data end on 26/5: as_of'),
  never(2013, 'another body'),
  never(2014, 'more than 30'),
  never(2016, 'it would be negative'),
  never(2017, 'what ends on 11/5 is never called Quý II'),
  {
    at: 'doi-a 2018 answer_rate',
    value: 75,
    numerator: 75,
    denominator: 100,
    has: 'DERIVED',
    why: 'Σ ÷ Σ over two halves (the mean of 40 and 90 would be 65)',
  },
  { at: 'doi-a 2016-S1 calls', value: 8, flags: 'CUMULATIVE_FALLS', why: 'less than in Q1' },
  {
    at: 'doi-a 2015-Q2 cases_before',
    value: 5,
    flags: 'OPENING_MISMATCH',
    why: 'opening ≠ closing of the period before',
  },
];
