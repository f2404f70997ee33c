import { descriptor, type Fixture, table } from './fixture.ts';

/** Clinics of a district: identities, breakdowns, several statements of one key; one case a year. */
export function clinics(): Fixture {
  return {
    files: { 'datapackage.json': meta, ...resources, ...observations },
    parquet: ['measures.csv', 'observations.csv'],
    expected,
  };
}

const meta = descriptor('clinics', 'Trạm y tế của một quận', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.parquet', format: 'parquet' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'categories', path: 'categories.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: 'observations.parquet', format: 'parquet' },
]);

const resources = {
  'units.csv': table(`
    unit,name,kind,level,parent,code
    quan-mot,Quận Một,quận,district,,760
    phuong-a,Phường An,phường,commune,quan-mot,07792`),
  'sources.csv': table(`
    source,unit,title,signed_on
    s-a,phuong-a,Sổ trạm,
    s-b,phuong-a,Báo cáo đính chính,2022-01-10
    s-c,phuong-a,Báo cáo đính chính lần hai,2022-02-10`),
  'measures.csv': table(`
    measure,name,unit_label,temporal
    visits,Lượt khám,lượt,flow
    visits_insured,Lượt khám có thẻ,lượt,flow
    visits_uninsured,Lượt khám không thẻ,lượt,flow
    referrals,Lượt chuyển tuyến,lượt,flow
    patients_opening,Bệnh nhân đầu kỳ,người,opening
    patients_admitted,Bệnh nhân vào,người,flow
    patients_total,Tổng bệnh nhân,người,load
    patients_discharged,Bệnh nhân ra,người,flow
    patients_present,Bệnh nhân còn lại,người,stock
    patients_transferred,Bệnh nhân chuyển,người,flow
    drugs_left,Thuốc còn,hộp,stock
    drugs_before,Thuốc đầu kỳ,hộp,opening
    drugs_in,Thuốc nhập,hộp,flow
    drugs_out,Thuốc xuất,hộp,flow
    vaccinated,Người đã tiêm,người,flow
    eligible,Người cần tiêm,người,flow
    staff,Nhân viên,người,stock
    doctors,Bác sĩ,người,stock
    nurses,Y tá,người,stock
    pharmacists,Dược sĩ,người,stock
    floor_area,Diện tích,m2,none
    wait_days,Thời gian chờ,ngày,none`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals,direction
    insured_rate,Tỷ lệ có thẻ,visits_insured,visits,100,1,up
    referral_rate,Tỷ lệ chuyển tuyến,referrals,visits,100,1,down
    vaccination_rate,Tỷ lệ tiêm,vaccinated,eligible,100,1,up`),
  'categories.csv': table(`
    breakdown,category,name,name_en,position
    age,child,Trẻ em,Children,1
    age,adult,Người lớn,Adults,2
    age,old,Người cao tuổi,Elderly,3
    sex,female,Nữ,Female,1
    sex,male,Nam,Male,2`),
  'identities.csv': table(`
    identity,total,relation,parts,breakdown,use
    visits_split,visits,=,visits_insured + visits_uninsured,,check
    referrals_within,visits,<=,referrals,,check
    patients_outcome,patients_total,=,patients_discharged + patients_present + patients_transferred?,,check
    drugs_balance,drugs_left,=,drugs_before + drugs_in - drugs_out?,,check
    visits_by_age,visits,=,,age,check
    vaccinated_by_age,vaccinated,=,,age,derive
    eligible_by_age,eligible,=,,age,derive
    staff_parts,staff,=,doctors + nurses + pharmacists?,,derive`),
};

const observations = {
  'observations.csv': table(`
    unit,period,measure,breakdown,category,value,bound,status,source,locator,printed
    phuong-a,2001,visits,,,100,,,s-a,1,
    phuong-a,2001,visits_insured,,,70,,,s-a,1,
    phuong-a,2001,visits_uninsured,,,20,,,s-a,1,
    phuong-a,2002,visits,,,100,,,s-a,2.1,
    phuong-a,2002,visits_insured,,,70,,,s-a,2.2,
    phuong-a,2002,visits_uninsured,,,20,,,s-a,2.3,
    phuong-a,2003,visits,,,100,,,s-a,3,
    phuong-a,2003,visits_insured,,,120,,,s-a,3,
    phuong-a,2004,visits,,,100,,,s-a,4,
    phuong-a,2004,visits_insured,,,70,,,s-a,4,
    phuong-a,2005,visits,,,100,,,s-a,5.1,
    phuong-a,2005,visits_insured,,,80,,,s-a,5.2,
    phuong-a,2005,visits_uninsured,,,20,,,s-a,5.2,
    phuong-a,2006,patients_total,,,10,,,s-a,6,
    phuong-a,2006,patients_discharged,,,6,,,s-a,6,
    phuong-a,2006,patients_present,,,2,,,s-a,6,
    phuong-a,2007,patients_total,,,10,,,s-a,7,
    phuong-a,2007,patients_discharged,,,6,,,s-a,7,
    phuong-a,2007,patients_present,,,6,,,s-a,7,
    phuong-a,2008,patients_total,,,10,,,s-a,8,
    phuong-a,2008,patients_discharged,,,6,,,s-a,8,
    phuong-a,2008,patients_present,,,4,,,s-a,8,
    phuong-a,2009,drugs_left,,,10,,,s-a,9,
    phuong-a,2009,drugs_before,,,5,,,s-a,9,
    phuong-a,2009,drugs_in,,,8,,,s-a,9,
    phuong-a,2010,drugs_left,,,15,,,s-a,10,
    phuong-a,2010,drugs_before,,,5,,,s-a,10,
    phuong-a,2010,drugs_in,,,8,,,s-a,10,
    phuong-a,2011,visits,,,100,,,s-a,11.1,
    phuong-a,2011,referrals,,,120,,,s-a,11.2,
    phuong-a,2012,visits,,,100,,,s-a,12.1,
    phuong-a,2012,visits,age,child,40,,,s-a,12.2,
    phuong-a,2012,visits,age,adult,50,,,s-a,12.2,
    phuong-a,2012,visits,age,old,10,,,s-a,12.2,
    phuong-a,2013,visits,,,100,,,s-a,13.1,
    phuong-a,2013,visits,age,child,40,,,s-a,13.2,
    phuong-a,2013,visits,age,adult,50,,,s-a,13.2,
    phuong-a,2013,visits,age,old,5,,,s-a,13.2,
    phuong-a,2014,vaccinated,age,child,10,,,s-a,14,
    phuong-a,2014,vaccinated,age,adult,20,,,s-a,14,
    phuong-a,2014,vaccinated,age,old,30,,,s-a,14,
    phuong-a,2014,eligible,age,child,20,,,s-a,14,
    phuong-a,2014,eligible,age,adult,40,,,s-a,14,
    phuong-a,2014,eligible,age,old,90,,,s-a,14,
    phuong-a,2015,vaccinated,age,child,10,,,s-a,15,
    phuong-a,2015,vaccinated,age,adult,20,,,s-a,15,
    phuong-a,2015,eligible,age,child,20,,,s-a,15,
    phuong-a,2015,eligible,age,adult,40,,,s-a,15,
    phuong-a,2015,eligible,age,old,60,,,s-a,15,
    phuong-a,2016,visits,age,child,40,,,s-a,16,
    phuong-a,2016,visits,age,adult,50,,,s-a,16,
    phuong-a,2016,visits,age,old,10,,,s-a,16,
    phuong-a,2016,referrals,,,10,,,s-a,16,
    phuong-a,2017,visits,age*sex,child*female,40,,,s-a,17,
    phuong-a,2017,visits_insured,age*sex,child*female,30,,,s-a,17,
    phuong-a,2017,visits,age*sex,child*male,60,,,s-a,17,
    phuong-a,2018,staff,,,20,,,s-a,18,
    phuong-a,2018,doctors,,,5,,,s-a,18,
    phuong-a,2018,nurses,,,10,,,s-a,18,
    phuong-a,2018,pharmacists,,,5,,,s-a,18,
    phuong-a,2017-Q1,doctors,,,5,,,s-a,17,
    phuong-a,2017-Q1,nurses,,,10,,,s-a,17,
    phuong-a,2017-Q1,pharmacists,,,1,,,s-a,17,
    phuong-a,2016-Q1,doctors,,,5,,,s-a,16,
    phuong-a,2016-Q1,nurses,,,10,,,s-a,16,
    phuong-a,2015-Q1,doctors,,,5,,,s-a,15,
    phuong-a,2019,visits,,,500,,,s-a,19.1,
    phuong-a,2019,visits,,,500,,,s-a,19.2,
    phuong-a,2020,visits,,,12,,E,s-a,20.1,
    phuong-a,2020,visits,,,10,,,s-a,20.2,10
    phuong-a,2021,visits,,,120,,,s-c,1,
    phuong-a,2021,visits,,,110,,,s-b,1,
    phuong-a,2021,visits,,,100,,,s-a,21,
    phuong-a,2022,visits,,,12,,E,s-a,22,
    phuong-a,2023,floor_area,,,1626.57,,,s-a,23.1,"1.626,57"
    phuong-a,2023,floor_area,,,1626.6,,,s-a,23.2,"1.626,6"
    phuong-a,1999,visits,,,100,,,s-a,99.1,
    phuong-a,1999,visits,age,child,80,,,s-a,99.2,
    phuong-a,1999,visits,age,adult,50,,,s-a,99.2,
    phuong-a,2024,wait_days,,,3,>=,,s-a,24,3–5
    phuong-a,2024,wait_days,,,5,<=,,s-a,24,3–5`),
};

const expected: Fixture['expected'] = [
  {
    at: 'phuong-a 2001 visits',
    value: 100,
    flags: 'SUM_MISMATCH',
    why: '100 ≠ 70 + 20, one place',
  },
  { at: 'phuong-a 2001 visits_insured', value: 70, flags: 'SUM_MISMATCH', why: 'takes part' },
  { at: 'phuong-a 2001 visits_uninsured', value: 20, flags: 'SUM_MISMATCH', why: 'takes part' },
  { at: 'phuong-a 2001 insured_rate', value: 70, numerator: 70, denominator: 100, why: '70/100' },
  { at: 'phuong-a 2002 visits', value: 100, flags: 'SUM_MISMATCH', why: 'across places' },
  { at: 'phuong-a 2002 visits_uninsured', value: 20, flags: 'SUM_MISMATCH', why: 'across places' },
  {
    at: 'phuong-a 2003 visits_insured',
    value: 120,
    flags: 'PART_EXCEEDS_TOTAL',
    why: 'a part is missing but those present already exceed the total',
  },
  { at: 'phuong-a 2004 visits', value: 100, flags: '', why: 'a part missing: unchecked' },
  { at: 'phuong-a 2005 visits', value: 100, flags: '', why: '80 + 20, across places' },
  {
    at: 'phuong-a 2006 patients_total',
    value: 10,
    flags: 'PART_MISSING',
    why: 'a missing optional operand of 2 would close the gap',
  },
  {
    at: 'phuong-a 2007 patients_total',
    value: 10,
    has: 'PART_EXCEEDS_TOTAL|SUM_MISMATCH',
    lacks: 'PART_MISSING',
    why: '12 > 10: no operand ≥ 0 would close that',
  },
  { at: 'phuong-a 2008 patients_total', value: 10, flags: '', why: '6 + 4, nothing missing' },
  {
    at: 'phuong-a 2009 drugs_left',
    value: 10,
    flags: 'PART_MISSING',
    why: '5 + 8 − out?: an `out` of 3 would close the gap',
  },
  {
    at: 'phuong-a 2010 drugs_left',
    value: 15,
    has: 'SUM_MISMATCH',
    lacks: 'PART_MISSING',
    why: '5 + 8 − out? = 15 would need a negative `out`',
  },
  { at: 'phuong-a 2011 visits', value: 100, flags: 'PART_EXCEEDS_TOTAL', why: '<= is broken' },
  { at: 'phuong-a 2011 referrals', value: 120, flags: 'PART_EXCEEDS_TOTAL', why: '<= is broken' },
  { at: 'phuong-a 2012 visits', value: 100, flags: '', why: '40 + 50 + 10' },
  { at: 'phuong-a 2013 visits', value: 100, flags: 'SUM_MISMATCH', why: '40 + 50 + 5' },
  { at: 'phuong-a 2013 visits age=old', value: 5, flags: 'SUM_MISMATCH', why: 'takes part' },
  { at: 'phuong-a 2014 vaccinated', value: 60, has: 'DERIVED', why: 'Σ of categories, derive' },
  { at: 'phuong-a 2014 eligible', value: 150, has: 'DERIVED', why: 'Σ of categories, derive' },
  {
    at: 'phuong-a 2014 vaccination_rate',
    value: 40,
    numerator: 60,
    denominator: 150,
    has: 'DERIVED',
    why: 'the same categories on both sides: Σ ÷ Σ (the mean of the rates would be 44,4)',
  },
  {
    at: 'phuong-a 2014 vaccination_rate age=child',
    value: 50,
    numerator: 10,
    denominator: 20,
    lacks: 'DERIVED',
    why: 'each category has its own rate',
  },
  {
    at: 'phuong-a 2015 vaccination_rate',
    value: null,
    why: 'different categories on the two sides: no rate (30/120 would be wrong)',
  },
  {
    at: 'phuong-a 2016 referral_rate',
    value: null,
    has: 'NOT_COMPUTABLE',
    why: 'the identity says check, not derive: no total of visits',
  },
  {
    at: 'phuong-a 2017 insured_rate age*sex=child*female',
    value: 75,
    numerator: 30,
    denominator: 40,
    flags: '',
    why: 'two breakdowns at once',
  },
  { at: 'phuong-a 2017 visits age*sex=child*male', value: 60, flags: '', why: 'two breakdowns' },
  { at: 'phuong-a 2018 staff', value: 20, flags: '', why: 'stated, and adds up' },
  { at: 'phuong-a 2017-Q1 staff', value: 16, flags: 'DERIVED', why: 'derived from its parts' },
  {
    at: 'phuong-a 2016-Q1 staff',
    value: 15,
    flags: 'DERIVED PART_MISSING',
    why: 'derived without its optional part',
  },
  { at: 'phuong-a 2019 visits', value: 500, flags: 'DUPLICATE_STATEMENT', why: 'twice, equal' },
  {
    at: 'phuong-a 2020 visits',
    value: 10,
    status: 'A',
    flags: 'LIST_COUNT_MISMATCH',
    why: 'printed against counted: printed is shown, whichever comes first',
  },
  {
    at: 'phuong-a 2021 visits',
    value: 120,
    flags: 'REVISED',
    why: 'the latest signed_on of three sources, an empty one being the oldest',
  },
  { at: 'phuong-a 2022 visits', value: 12, status: 'E', flags: '', why: 'counted by a reader' },
  {
    at: 'phuong-a 2023 floor_area',
    value: 1626.57,
    flags: 'DUPLICATE_STATEMENT',
    why: 'equal at the printed precision; the first stands',
  },
  {
    at: 'phuong-a 1999 visits',
    value: 100,
    flags: 'PART_EXCEEDS_TOTAL',
    why: 'two of three categories already exceed the total',
  },
  { at: 'phuong-a 2024 wait_days', flags: '', why: '>= 3 and <= 5 at one place: a range' },
];
