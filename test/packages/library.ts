import { descriptor, type Fixture, table } from './fixture.ts';

/** A library network: what is printed against what it recomputes to, one case a year. */
export function library(): Fixture {
  return { files: { 'datapackage.json': meta, ...resources, ...observations }, expected };
}

const meta = descriptor('library', 'Mạng lưới thư viện', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: ['obs/online.csv', 'obs/other.csv'] },
]);

const resources = {
  'units.csv': table(`
    unit,name,kind,level,parent
    lib-net,Mạng lưới Thư viện,mạng lưới,network,
    lib-a,Thư viện Ánh Dương,thư viện,library,lib-net`),
  // No signing date: nothing is provisional.
  'sources.csv': table(`
    source,unit,title
    annals,lib-a,Sổ tổng hợp nhiều năm`),
  'measures.csv': table(`
    measure,name,unit_label,temporal
    loans,Lượt mượn,lượt,flow
    loans_online,Lượt mượn qua mạng,lượt,flow
    loans_desk,Lượt mượn tại quầy,lượt,flow
    loans_void,Lượt mượn hủy,lượt,flow
    loans_interlibrary,Lượt mượn liên thư viện,lượt,flow
    visits,Lượt bạn đọc,lượt,flow
    members,Thẻ còn hạn,thẻ,stock
    score,Điểm,điểm,none
    points,Điểm cộng,điểm,flow
    items,Mục chấm,mục,flow`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals,direction
    online_share,Tỷ lệ mượn qua mạng,loans_online,loans,100,1,up
    net_share,Tỷ lệ mượn thực,loans - loans_void?,loans + loans_interlibrary?,100,1,up
    visits_per_thousand,Lượt bạn đọc trên 1.000 thẻ,visits,members,1000,0,up
    loans_per_visit,Lượt mượn mỗi lượt đọc,loans,visits,1,2,up
    loans_both,Mượn qua mạng và tại quầy,loans_online + loans_desk,,1,0,none
    reader_rating,Mức hài lòng,,,100,1,up
    score,Điểm,points,items,1,1,up`),
  'identities.csv': 'identity,total,relation,parts,breakdown,use,remark\n',
};

const observations = {
  'obs/online.csv': table(`
    unit,period,measure,value,bound,source,locator,printed
    lib-a,2001,loans,100,,annals,1,
    lib-a,2001,loans_online,80,,annals,1,
    lib-a,2001,online_share,80,,annals,1,80
    lib-a,2002,loans,300,,annals,2,
    lib-a,2002,loans_online,200,,annals,2,
    lib-a,2002,online_share,66.7,,annals,2,"66,7"
    lib-a,2003,loans,300,,annals,3,
    lib-a,2003,loans_online,200,,annals,3,
    lib-a,2003,online_share,66.6,,annals,3,"66,6"
    lib-a,2004,loans,300,,annals,4,
    lib-a,2004,loans_online,200,,annals,4,
    lib-a,2004,online_share,66,,annals,4,
    lib-a,2005,loans,300,,annals,5,
    lib-a,2005,loans_online,200,,annals,5,
    lib-a,2005,online_share,65,,annals,5,
    lib-a,2006,loans,1000,,annals,6,1.000
    lib-a,2006,loans_online,999,,annals,6,
    lib-a,2006,online_share,100,,annals,6,100
    lib-a,2007,loans,1000,,annals,7,1.000
    lib-a,2007,loans_online,1,,annals,7,01
    lib-a,2007,online_share,0,,annals,7,0
    lib-a,2008,loans,100,,annals,8,
    lib-a,2008,loans_online,80,,annals,8,
    lib-a,2008,online_share,75,>,annals,8,
    lib-a,2009,loans,100,,annals,9,
    lib-a,2009,loans_online,80,,annals,9,
    lib-a,2009,online_share,80,>,annals,9,
    lib-a,2010,loans,100,,annals,10,
    lib-a,2010,loans_online,80,,annals,10,
    lib-a,2010,online_share,90,<,annals,10,
    lib-a,2011,loans,100,,annals,11,
    lib-a,2011,loans_online,80,,annals,11,
    lib-a,2011,online_share,50,~,annals,11,
    lib-a,2012,loans,100,,annals,12,
    lib-a,2012,loans_online,80,,annals,12,
    lib-a,2012,online_share,80,>=,annals,12,
    lib-a,2013,loans,100,,annals,13,
    lib-a,2013,loans_online,80,,annals,13,
    lib-a,2013,online_share,79,<=,annals,13,
    lib-a,2014,loans,0,,annals,14,0
    lib-a,2014,loans_online,0,,annals,14,0
    lib-a,2015,loans_online,5,,annals,15,
    lib-a,2016,online_share,42.5,,annals,16,"42,5"
    lib-a,2016,reader_rating,91,,annals,16,
    lib-a,2017,loans_online,40,,annals,17,
    lib-a,2017,online_share,30,,annals,17,
    lib-a,2018,loans,50,,annals,18,
    lib-a,2018,loans_online,50,,annals,18,
    lib-a,2018,online_share,100,,annals,18,
    lib-a,2019,loans,300,,annals,19,
    lib-a,2019,loans_online,200,,annals,19,
    lib-a,2019,online_share,66.7,,annals,19,"66,70"
    lib-a,2020,loans,100,,annals,20.1,
    lib-a,2020,loans,120,,annals,20.2,
    lib-a,2020,loans_online,80,,annals,20.1,
    lib-a,2021,loans,100,,annals,21.1,
    lib-a,2021,loans,120,,annals,21.2,
    lib-a,2021,loans_online,80,,annals,21.1,
    lib-a,2021,online_share,80,,annals,21.1,
    lib-a,2022,loans,100,,annals,22,
    lib-a,2022,loans_online,80,,annals,22,
    lib-a,2022,online_share,80,,annals,22.1,
    lib-a,2022,online_share,82,,annals,22.2,
    lib-a,2023,loans,100,,annals,23,
    lib-a,2023,loans_online,80,,annals,23,
    lib-a,2023,online_share,70,>=,annals,23,
    lib-a,2023,online_share,90,<=,annals,23,
    lib-a,2024,loans,300,,annals,24,
    lib-a,2024,loans_online,200,,annals,24,
    lib-a,2024,online_share,66.67,,annals,24.1,"66,67"
    lib-a,2024,online_share,66.7,,annals,24.2,"66,7"`),
  // Other columns, another order; `kind`, `bound`, `printed`, `breakdown` absent.
  'obs/other.csv': table(`
    locator,source,value,measure,period,unit
    1,annals,20,loans_desk,2001,lib-a
    2,annals,30,loans_void,2002,lib-a
    2,annals,60,loans_interlibrary,2002,lib-a
    3,annals,30,loans_void,2003,lib-a
    1,annals,100,visits,2000,lib-a
    1,annals,1000,visits,2001,lib-a
    1,annals,500,members,2001,lib-a
    2,annals,300,visits,2002-S1,lib-a
    2,annals,700,visits,2002,lib-a
    3,annals,90,visits,2003-Q1,lib-a
    9,annals,7,score,2001,lib-a
    9,annals,50,points,2001,lib-a
    9,annals,10,items,2001,lib-a`),
};

const third = 200 / 3; // 200 of 300, in percent

const expected: Fixture['expected'] = [
  {
    at: 'lib-a 2001 online_share',
    value: 80,
    numerator: 80,
    denominator: 100,
    reported: 80,
    status: 'A',
    flags: '',
    why: 'rounds equal: fine',
  },
  { at: 'lib-a 2001 loans', value: 100, status: 'A', flags: '', why: 'a measure is a figure too' },
  {
    at: 'lib-a 2002 online_share',
    value: third,
    numerator: 200,
    denominator: 300,
    reported: 66.7,
    flags: '',
    why: '66,7 rounds equal',
  },
  {
    at: 'lib-a 2003 online_share',
    value: third,
    reported: 66.6,
    flags: 'PCT_TRUNCATED',
    why: 'cut',
  },
  {
    at: 'lib-a 2004 online_share',
    value: third,
    reported: 66,
    flags: 'PCT_TRUNCATED',
    why: 'cut at 0',
  },
  {
    at: 'lib-a 2005 online_share',
    value: third,
    reported: 65,
    flags: 'PCT_MISMATCH',
    why: 'neither',
  },
  {
    at: 'lib-a 2006 online_share',
    value: 99.9,
    reported: 100,
    flags: 'PCT_MISMATCH',
    why: '100 must be exact',
  },
  {
    at: 'lib-a 2007 online_share',
    value: 0.1,
    reported: 0,
    flags: 'PCT_MISMATCH',
    why: '0 must be exact, neither rounding nor cutting excuses it',
  },
  { at: 'lib-a 2008 online_share', value: 80, reported: 75, bound: '>', flags: '', why: '80 > 75' },
  {
    at: 'lib-a 2009 online_share',
    value: 80,
    bound: '>',
    flags: 'PCT_MISMATCH',
    why: 'not 80 > 80',
  },
  { at: 'lib-a 2010 online_share', value: 80, bound: '<', flags: '', why: '80 < 90' },
  { at: 'lib-a 2011 online_share', value: 80, bound: '~', flags: '', why: '~ is never tested' },
  { at: 'lib-a 2012 online_share', value: 80, bound: '>=', flags: '', why: '80 >= 80' },
  {
    at: 'lib-a 2013 online_share',
    value: 80,
    bound: '<=',
    flags: 'PCT_MISMATCH',
    why: 'not 80 <= 79',
  },
  {
    at: 'lib-a 2014 online_share',
    value: null,
    numerator: 0,
    denominator: 0,
    has: 'NOTHING_AROSE',
    why: '0/0',
  },
  { at: 'lib-a 2014 loans', value: 0, status: 'A', flags: '', why: 'zero is zero' },
  {
    at: 'lib-a 2015 online_share',
    value: null,
    denominator: null,
    reported: null,
    has: 'NOT_COMPUTABLE',
    why: 'a part missing',
  },
  {
    at: 'lib-a 2016 online_share',
    value: 42.5,
    numerator: null,
    denominator: null,
    reported: 42.5,
    lacks: 'PCT_MISMATCH PCT_TRUNCATED NOT_COMPUTABLE',
    why: 'no counts: the reported rate',
  },
  { at: 'lib-a 2016 reader_rating', value: 91, reported: 91, why: 'known only as reported' },
  {
    at: 'lib-a 2017 online_share',
    value: 30,
    reported: 30,
    lacks: 'NOT_COMPUTABLE PCT_MISMATCH',
    why: 'half the counts: the reported rate',
  },
  { at: 'lib-a 2018 online_share', value: 100, reported: 100, flags: '', why: '100 exactly' },
  {
    at: 'lib-a 2019 online_share',
    value: third,
    reported: 66.7,
    flags: 'PCT_MISMATCH',
    why: 'decimals from `printed`: 66,70 is neither 66,67 nor 66,66',
  },
  { at: 'lib-a 2020 loans', value: 100, flags: 'INTERNAL_CONFLICT', why: 'the first is shown' },
  {
    at: 'lib-a 2020 online_share',
    value: null,
    has: 'NOT_COMPUTABLE',
    why: 'a part not agreed',
  },
  { at: 'lib-a 2021 online_share', value: 80, reported: 80, why: 'else reported' },
  {
    at: 'lib-a 2022 online_share',
    value: 80,
    reported: 80,
    has: 'INTERNAL_CONFLICT',
    lacks: 'REVISED',
    why: 'two reported rates in one source differ; the first is shown',
  },
  {
    at: 'lib-a 2023 online_share',
    value: 80,
    flags: '',
    why: '>= 70 and <= 90 of one key at one place are a range, and 80 lies in it',
  },
  {
    at: 'lib-a 2024 online_share',
    value: third,
    flags: 'DUPLICATE_STATEMENT',
    why: '66,67 and 66,7 are equal at the printed precision',
  },
  {
    at: 'lib-a 2001 net_share',
    value: 100,
    numerator: 100,
    denominator: 100,
    flags: 'PART_MISSING',
    why: 'optional operands missing on both sides',
  },
  {
    at: 'lib-a 2002 net_share',
    value: 75,
    numerator: 270,
    denominator: 360,
    flags: '',
    why: '(300 − 30) ÷ (300 + 60)',
  },
  {
    at: 'lib-a 2003 net_share',
    value: 90,
    numerator: 270,
    denominator: 300,
    flags: 'PART_MISSING',
    why: 'one of two optional operands missing',
  },
  { at: 'lib-a 2001 loans_both', value: 100, flags: '', why: 'no denominator: a sum of counts' },
  { at: 'lib-a 2002 loans_both', value: null, has: 'NOT_COMPUTABLE', why: 'loans_desk is missing' },
  {
    at: 'lib-a 2001 visits_per_thousand',
    value: 2000,
    numerator: 1000,
    denominator: 500,
    flags: '',
    why: 'scale 1000',
  },
  {
    at: 'lib-a 2002-S1 visits_per_thousand',
    value: 600,
    numerator: 300,
    denominator: 500,
    why: 'the stock at the end of 2001 is half a year old',
  },
  {
    at: 'lib-a 2002 visits_per_thousand',
    value: 1400,
    denominator: 500,
    why: 'the stock at the end of 2001 is exactly a year old',
  },
  {
    at: 'lib-a 2003-Q1 visits_per_thousand',
    value: null,
    has: 'NOT_COMPUTABLE',
    why: 'more than a year old',
  },
  {
    at: 'lib-a 2000 visits_per_thousand',
    value: null,
    has: 'NOT_COMPUTABLE',
    why: 'a later stock is no denominator',
  },
  { at: 'lib-a 2001 loans_per_visit', value: 0.1, flags: '', why: 'scale 1' },
  {
    at: 'lib-a 2001 score',
    value: 7,
    lacks: 'PCT_MISMATCH',
    why: 'an id that is both is the measure',
  },
];
