import { descriptor, type Fixture, table } from './fixture.ts';

/** Schools of a province: levels of its own, a rename, a status change, a merge, small numbers. */
export function schools(): Fixture {
  return {
    files: { 'datapackage.json': meta, ...resources, ...observations },
    parquet: ['units.csv', 'obs/first.csv', 'obs/second.csv'],
    expected,
    problems: ['change-alone truong-lam'], // of neither school that it was made of anything is known
  };
}

const meta = descriptor('schools', 'Trường học của tỉnh', [
  { name: 'units', path: 'units.parquet', format: 'parquet' },
  { name: 'unit_changes', path: 'unit_changes.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'categories', path: 'categories.csv' },
  { name: 'identities', path: 'identities.csv' },
  { name: 'observations', path: ['obs/first.parquet', 'obs/second.parquet'], format: 'parquet' },
  { name: 'findings', path: 'findings.csv' },
]);

const resources = {
  'units.csv': table(`
    unit,name,kind,level,parent,code,valid_from,valid_to,aliases
    khu-bac,Khu Bắc,khu,region,,01,,,
    khu-nam,Khu Nam,khu,region,,02,,,
    truong-soi,Trường Sồi,trường,school,khu-bac,001,,,Oak|Sồi Xanh
    truong-du,Trường Du,trường,school,khu-bac,002,,2023-08-31,
    truong-du,Trường Du Mới,trường chuẩn,school,khu-bac,002,2023-09-01,,
    truong-bach,Trường Bạch Dương,trường,school,khu-bac,003,,2023-12-31,
    truong-tung,Trường Tuyết Tùng,trường,school,khu-bac,004,,2023-12-31,
    truong-lam,Trường Lâm Viên,trường,school,khu-bac,003,2024-01-01,,
    truong-co,Trường Cọ,trường,school,khu-nam,005,,,
    lop-1a,Lớp 1A,lớp,class,truong-soi,,,,
    lop-1b,Lớp 1B,lớp,class,truong-soi,,,,
    lop-1c,Lớp 1C,lớp,class,truong-soi,,,,`),
  'unit_changes.csv': table(`
    date,kind,from_unit,to_unit,share,source
    2023-09-01,rename,truong-du,truong-du,1,
    2023-09-01,status_change,truong-du,truong-du,1,
    2024-01-01,merge,truong-bach,truong-lam,1,
    2024-01-01,merge,truong-tung,truong-lam,1,`),
  // 2023-S1: three reports were expected, one never came. No other period lists any.
  'sources.csv': table(`
    source,unit,title,signed_on,period,due_on,received_on
    soi-s1,truong-soi,Báo cáo học kỳ,2023-07-03,2023-S1,2023-07-05,2023-07-04
    du-s1,truong-du,Báo cáo học kỳ,2023-07-03,2023-S1,2023-07-05,2023-07-05
    bach-s1,truong-bach,Báo cáo học kỳ,,2023-S1,2023-07-05,
    annals,khu-bac,Sổ tổng hợp,,,,`),
  'measures.csv': table(`
    measure,name,unit_label,temporal,min_count
    exams_taken,Bài thi,bài,flow,
    exams_passed,Bài đạt,bài,flow,
    pupils,Học sinh,em,stock,
    pupils_special,Học sinh khuyết tật,em,stock,5
    pupils_regular,Học sinh khác,em,stock,
    incidents,Vụ việc,vụ,flow,5`),
  'indicators.csv': table(`
    indicator,name,short_name,numerator,denominator,scale,decimals,direction,min_gap
    exam_pass_rate,Tỷ lệ bài đạt,Đạt,exams_passed,exams_taken,100,1,up,3
    special_rate,Tỷ lệ khuyết tật,Khuyết tật,pupils_special,pupils,100,1,none,
    regular_rate,Tỷ lệ còn lại,Còn lại,pupils - pupils_special,pupils,100,1,none,
    exams_total,Số bài thi,Bài thi,exams_taken,,1,0,none,`),
  'categories.csv': table(`
    breakdown,category,name,name_en,position
    subject,math,Toán,Mathematics,1
    subject,literature,Ngữ văn,Literature,2`),
  'identities.csv': table(`
    identity,total,relation,parts,breakdown,use
    pupils_split,pupils,=,pupils_special + pupils_regular,,check
    exams_by_subject,exams_taken,=,,subject,derive
    passed_by_subject,exams_passed,=,,subject,derive`),
  'findings.csv': table(`
    source,locator,unit,period,measure,code,note
    soi-s1,II.1,truong-soi,2023-S1,exams_taken,STALE_COPY,Giữ từ văn bản năm trước
    du-s1,,truong-du,,,UNIT_NAME_OCR,In là "Trường Dụ"`),
};

const observations = {
  'obs/first.csv': table(`
    unit,period,measure,value,source,locator,printed
    truong-soi,2023-S1,exams_taken,100,soi-s1,II.1,
    truong-soi,2023-S1,exams_passed,80,soi-s1,II.1,
    truong-soi,2023-S1,exam_pass_rate,80,soi-s1,II.2,80
    truong-du,2023-S1,exams_taken,50,du-s1,I,
    truong-du,2023-S1,exams_passed,30,du-s1,I,
    truong-co,2023-S1,exams_taken,200,,,
    truong-co,2023-S1,exams_passed,100,,,
    khu-bac,2023-S1,exams_taken,160,annals,1,
    khu-bac,2023-S1,exams_passed,112,annals,1,
    truong-soi,2022-S1,exams_taken,100,annals,2,
    truong-soi,2022-S1,exams_passed,90,annals,2,
    truong-du,2022-S1,exams_taken,300,annals,2,
    truong-du,2022-S1,exams_passed,150,annals,2,
    truong-soi,2024-S1,exams_taken,100,annals,3,
    truong-soi,2024-S1,exams_passed,90,annals,3,
    truong-du,2024-S1,exams_taken,60,annals,3,
    truong-du,2024-S1,exams_passed,30,annals,3,
    truong-lam,2024-S1,exams_taken,40,annals,3,
    truong-lam,2024-S1,exams_passed,40,annals,3,`),
  'obs/second.csv': table(`
    locator,source,measure,category,breakdown,value,period,unit,status
    4,annals,pupils,,,30,2023,lop-1a,
    4,annals,pupils_special,,,3,2023,lop-1a,
    4,annals,pupils_regular,,,27,2023,lop-1a,
    4,annals,pupils,,,30,2023,lop-1b,
    4,annals,pupils_special,,,0,2023,lop-1b,
    4,annals,pupils_regular,,,30,2023,lop-1b,
    4,annals,pupils,,,30,2023,lop-1c,
    4,annals,pupils_special,,,5,2023,lop-1c,
    4,annals,pupils_regular,,,25,2023,lop-1c,
    4,annals,special_rate,,,10,2023,lop-1a,
    6,annals,incidents,math,subject,4,2020,lop-1a,
    6,annals,incidents,literature,subject,16,2020,lop-1a,
    6,annals,incidents,,,20,2020,lop-1a,
    6,annals,incidents,,,20,2019-Q1,lop-1a,
    6,annals,incidents,,,23,2019-S1,lop-1a,
    5,annals,exams_taken,math,subject,60,2021,truong-soi,
    5,annals,exams_taken,literature,subject,40,2021,truong-soi,
    5,annals,exams_passed,math,subject,30,2021,truong-soi,
    5,annals,exams_passed,literature,subject,40,2021,truong-soi,`),
};

const expected: Fixture['expected'] = [
  {
    at: 'truong-soi 2023-S1 exam_pass_rate',
    value: 80,
    numerator: 80,
    denominator: 100,
    reported: 80,
    status: 'A',
    lacks: 'PCT_MISMATCH PCT_TRUNCATED',
    why: '80/100, reported 80',
  },
  {
    at: 'truong-soi 2023-S1 exams_taken',
    value: 100,
    has: 'STALE_COPY',
    why: 'the finding names unit, period and measure',
  },
  {
    at: 'truong-du 2023-S1 exam_pass_rate',
    value: 60,
    lacks: 'UNIT_NAME_OCR',
    why: 'an issue about a unit stands in the checks view, not in the flags of every row',
  },
  {
    at: 'khu-bac 2023-S1 exam_pass_rate',
    value: 70,
    numerator: 112,
    denominator: 160,
    why: "the parent's own report, never merged with the children's 110/150",
  },
  { at: 'truong-co 2023-S1 exam_pass_rate', value: 50, why: 'statements without any source' },
  { at: 'truong-soi 2023-S1 exams_total', value: 100, why: 'no denominator: a count' },
  { at: 'lop-1a 2023 pupils_special', value: null, has: 'SUPPRESSED', why: '3 < 5, added level' },
  { at: 'lop-1a 2023 special_rate', value: null, has: 'SUPPRESSED', why: 'would give 3 away' },
  { at: 'lop-1a 2023 regular_rate', value: null, has: 'SUPPRESSED', why: 'the complement' },
  { at: 'lop-1b 2023 pupils_special', value: 0, lacks: 'SUPPRESSED', why: 'counts 1…min−1 only' },
  { at: 'lop-1b 2023 special_rate', value: 0, lacks: 'SUPPRESSED', why: 'counts 1…min−1 only' },
  { at: 'lop-1c 2023 pupils_special', value: 5, lacks: 'SUPPRESSED', why: 'counts 1…min−1 only' },
  { at: 'lop-1c 2023 pupils_regular', value: 25, lacks: 'SUPPRESSED', why: 'nothing to hide' },
  {
    at: 'truong-soi 2021 exam_pass_rate',
    value: 70,
    numerator: 70,
    denominator: 100,
    has: 'DERIVED',
    why: 'Σ of the same categories (the mean of 50 and 100 would be 75)',
  },
  { at: 'truong-soi 2021 exam_pass_rate subject=math', value: 50, why: 'a category' },
];
