import { descriptor, type Fixture, table } from './fixture.ts';

/** A markets office: the corners of the rules, one case a year; its breakdown `stall` is not in `categories`. */
export function edges(): Fixture {
  return { files: { 'datapackage.json': meta, ...resources, ...observations }, expected };
}

const meta = descriptor('edges', 'Ban quản lý chợ', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: ['rates.csv', 'sums.csv', 'titled.csv'] },
]);

const resources = {
  'units.csv': table(`
    unit,name,level
    cho-a,Chợ A,market
    cho-b,Chợ B,market`),
  'sources.csv': table(`
    source,unit,signed_on,period
    annals,cho-a,,
    early,cho-a,2023-03-01,2023-S1
    titled,cho-b,2024-07-02,2024-S1`),
  'measures.csv': table(`
    measure,name,unit_label,temporal
    sales,Lượt bán,lượt,flow
    sales_cash,Bán tiền mặt,lượt,flow
    sales_card,Bán thẻ,lượt,flow
    sales_void,Bán hủy,lượt,flow
    stalls,Quầy,quầy,stock
    stalls_open,Quầy mở,quầy,stock
    distance,Khoảng cách,km,none`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals,direction
    card_share,Tỷ lệ thẻ,sales_card,sales,100,1,up
    net_card_share,Tỷ lệ thẻ thực,sales_card,sales - sales_void?,100,1,up
    open_share,Tỷ lệ quầy mở,stalls_open,stalls,100,1,up`),
  'identities.csv': table(`
    identity,total,relation,parts,breakdown,use
    sales_split,sales,=,sales_cash + sales_card,,check
    sales_by_stall,sales,=,,stall,derive
    card_by_stall,sales_card,=,,stall,derive`),
};

const observations = {
  'rates.csv': table(`
    unit,period,measure,value,status,source,locator,printed
    cho-a,2001,sales,300,,annals,1,
    cho-a,2001,sales_card,200,,annals,1,
    cho-a,2001,card_share,66.66666666666667,,annals,1,
    cho-a,2002,sales,300,,annals,2,
    cho-a,2002,sales_card,100,,annals,2,
    cho-a,2002,card_share,33.333333333333336,,annals,2,
    cho-a,2003,sales,200,,annals,3,
    cho-a,2003,sales_card,25,,annals,3,
    cho-a,2003,card_share,13,,annals,3,13%
    cho-a,2004,sales,100,,annals,4,
    cho-a,2004,sales_card,40,,annals,4,
    cho-a,2004,sales_void,,M,annals,4,
    cho-a,2005,sales,0,,annals,5,
    cho-a,2005,sales_card,3,,annals,5,
    cho-a,2006,stalls,40,,annals,6,
    cho-a,2006-12-31,stalls_open,30,,annals,6,
    cho-a,2006,open_share,75,,annals,6,
    cho-a,2007,sales,12,E,annals,7.1,
    cho-a,2007,sales,13,E,annals,7.2,
    cho-a,2008,sales,100,,annals,8,
    cho-a,2008,sales_card,,O,annals,8,
    cho-a,2023-S1,distance,7,,early,1,
    cho-a,2023-S1,sales,50,,early,1,`),
  'sums.csv': table(`
    period,unit,measure,breakdown,category,value,status,source,locator
    2010,cho-a,sales,stall,fish,10,,annals,10
    2010,cho-a,sales,stall,fruit,30,,annals,10
    2010,cho-a,sales_card,stall,fish,5,,annals,10
    2010,cho-a,sales_card,stall,fruit,15,,annals,10
    2011-Q1,cho-a,sales,,,10,U,annals,11
    2011-Q2,cho-a,sales,,,20,,annals,11
    2011-S1,cho-a,sales,,,35,,annals,11
    2012-01-01/2012-05-11,cho-a,sales,,,10,,annals,12
    2012-05-12/2012-12-31,cho-a,sales,,,20,,annals,12
    2012,cho-a,sales,,,35,,annals,12
    2013-Q1,cho-a,sales,,,10,,annals,13
    2013-Q2,cho-a,sales,,,20,,annals,13
    2013-S2,cho-a,sales,,,30,,annals,13
    2013,cho-a,sales,,,100,,annals,13
    2014-Q1,cho-a,sales,,,10,,annals,14
    2014-M04,cho-a,sales,,,10,,annals,14
    2014-M05,cho-a,sales,,,10,,annals,14
    2014-M06,cho-a,sales,,,10,,annals,14
    2014-S1,cho-a,sales,,,50,,annals,14
    2015,cho-a,sales,,,100,,annals,15
    2015,cho-a,sales_cash,,,50,D,annals,15
    2015,cho-a,sales_card,,,40,,annals,15`),
  // No period of its own: the title's.
  'titled.csv': table(`
    unit,measure,value,source
    cho-b,sales,40,titled
    cho-b,sales_card,10,titled`),
};

const expected: Fixture['expected'] = [
  { at: 'cho-a 2001 card_share', value: 200 / 3, flags: '', why: 'the full value rounds equal' },
  { at: 'cho-a 2002 card_share', value: 100 / 3, flags: '', why: 'the full value rounds equal' },
  { at: 'cho-a 2003 card_share', value: 12.5, flags: '', why: 'half away from zero: 13' },
  {
    at: 'cho-a 2004 net_card_share',
    value: 40,
    denominator: 100,
    status: 'A',
    has: 'PART_MISSING',
    why: 'an optional operand that does not apply is left out: it is no input, and M has no value',
  },
  { at: 'cho-a 2005 card_share', value: null, lacks: 'NOTHING_AROSE', why: '3/0 is not 0/0' },
  {
    at: 'cho-a 2006 open_share',
    value: 75,
    numerator: 30,
    denominator: 40,
    reported: 75,
    lacks: 'DERIVED',
    why: "a stock at the period's last day and at the period are one key",
  },
  {
    at: 'cho-a 2007 sales',
    value: 12,
    has: 'INTERNAL_CONFLICT',
    why: 'two counts of one key in one source differ; the first is shown',
  },
  { at: 'cho-a 2008 card_share', value: null, status: 'O', why: 'the worst input' },
  { at: 'cho-a 2023-S1 sales', status: 'P', why: 'signed before the period was over' },
  {
    at: 'cho-a 2010 sales',
    value: 40,
    has: 'DERIVED',
    why: 'derive, named in no categories table',
  },
  {
    at: 'cho-a 2010 card_share',
    value: 50,
    numerator: 20,
    denominator: 40,
    has: 'DERIVED',
    why: 'the same categories on both sides',
  },
  { at: 'cho-a 2011-S1 sales', flags: 'SUM_MISMATCH', why: 'U is shown and checked' },
  { at: 'cho-a 2012 sales', flags: 'SUM_MISMATCH', why: 'two spans that make the year' },
  { at: 'cho-a 2013 sales', flags: 'SUM_MISMATCH', why: 'two quarters and a half' },
  { at: 'cho-a 2014-S1 sales', has: 'SUM_MISMATCH', why: '50 ≠ 10 + 10 + 10 + 10' },
  { at: 'cho-a 2015 sales', flags: 'SUM_MISMATCH', why: 'D is shown and checked' },
  {
    at: 'cho-b 2024-S1 card_share',
    value: 25,
    status: 'A',
    why: "the statement's own period, else the title's",
  },
];
