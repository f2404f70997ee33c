import { descriptor, type Fixture, table } from './fixture.ts';

/** A forest department: time, kinds, statuses, bodies, cut-offs. */
export function forest(): Fixture {
  return { files: { 'datapackage.json': meta, ...resources, ...observations }, expected };
}

const meta = descriptor('forest', 'Chi cục Kiểm lâm', [
  { name: 'units', path: 'units.csv' },
  { name: 'sources', path: 'sources.csv' },
  { name: 'measures', path: 'measures.csv' },
  { name: 'indicators', path: 'indicators.csv' },
  { name: 'categories', path: 'categories.csv' },
  { name: 'observations', path: ['plan.csv', 'time.csv', 'status.csv'] },
]);

const resources = {
  'units.csv': table(`
    unit,name,kind,level,parent
    chi-cuc,Chi cục Kiểm lâm,chi cục,department,
    hat-bac,Hạt Kiểm lâm Bắc,hạt,ranger_district,chi-cuc
    hat-nam,Hạt Kiểm lâm Nam,hạt,ranger_district,chi-cuc
    tram-1,Trạm số 1,trạm,station,hat-nam`),
  'sources.csv': table(`
    source,unit,title,signed_on,period,cutoff
    plan-2023,chi-cuc,Kế hoạch năm 2023,2023-01-05,2023,calendar
    s1-bac,hat-bac,Báo cáo 6 tháng,2023-07-05,2023-S1,calendar
    s1-nam,hat-nam,Báo cáo 6 tháng,2023-07-06,2023-S1,calendar
    q1-bac,hat-bac,Báo cáo quý I,2024-03-20,2024-Q1,calendar
    q1-nam,hat-nam,Báo cáo quý I,2024-03-20,2024-Q1,day14
    q1-tram,tram-1,Báo cáo quý I,2024-03-13,2024-Q1,day14
    month,hat-bac,Báo cáo 6 tháng,2024-05,2024-S1,calendar
    annals,hat-bac,Sổ tổng hợp,,,`),
  'measures.csv': table(`
    measure,name,unit_label,temporal
    planted,Cây đã trồng,cây,flow
    alive,Cây sống,cây,flow
    fires,Vụ cháy,vụ,flow
    forest_area,Diện tích rừng,ha,stock
    patrols,Lượt tuần tra,lượt,flow
    meetings,Cuộc họp,cuộc,flow
    cases_opening,Vụ đầu kỳ,vụ,opening
    cases_load,Vụ phải xử lý,vụ,load`),
  'indicators.csv': table(`
    indicator,name,numerator,denominator,scale,decimals,direction
    survival_rate,Tỷ lệ cây sống,alive,planted,100,1,up
    fires_per_thousand,Vụ cháy trên 1.000 ha,fires,forest_area,1000,2,down
    patrol_count,Số lượt tuần tra,patrols,,1,0,up
    meeting_rate,Cuộc họp mỗi lượt tuần tra,meetings,patrols,1,2,none`),
  'categories.csv': table(`
    breakdown,category,name
    body,kiem_lam,Kiểm lâm
    body,dang_uy,Đảng ủy`),
};

const observations = {
  'plan.csv': table(`
    kind,unit,period,measure,value,bound,source,locator
    target,chi-cuc,2023,survival_rate,85,>=,plan-2023,1
    target,hat-bac,2023,survival_rate,80,,plan-2023,2
    target,hat-bac,2023,patrol_count,100,,plan-2023,3
    registered,hat-bac,2023,planted,200,,plan-2023,4
    norm,hat-bac,2023,patrols,52,,plan-2023,5
    ,hat-bac,2023-S1,planted,100,,s1-bac,1
    ,hat-bac,2023-S1,alive,70,,s1-bac,1
    ,hat-bac,2023-S1,patrols,40,,s1-bac,1
    ,hat-nam,2023-S1,planted,60,,s1-nam,1
    ,hat-nam,2023-S1,alive,54,,s1-nam,1
    ,tram-1,2023-S1,planted,40,,s1-nam,2
    ,tram-1,2023-S1,alive,38,,s1-nam,2
    ,hat-bac,2023,patrols,80,,plan-2023,6`),
  'time.csv': table(`
    unit,period,measure,value,source,locator
    hat-bac,2020-Q1,fires,10,annals,1
    hat-bac,2020-Q2,fires,20,annals,1
    hat-bac,2020-S1,fires,35,annals,1
    hat-nam,2020-Q1,fires,10,annals,1
    hat-nam,2020-Q2,fires,20,annals,1
    hat-nam,2020-S1,fires,30,annals,1
    hat-nam,2020-07-01/2020-09-30,fires,30,annals,1
    hat-nam,2020-01-01/P9M,fires,60,annals,1
    hat-nam,2021-01-01/P9M,fires,5,annals,1
    hat-nam,2021-05,fires,2,annals,1
    hat-nam,2022-01-01/2022-03-31,fires,7,annals,1
    hat-nam,2022-01-01/2022-05-11,fires,8,annals,1
    hat-bac,2021-Q1,cases_load,10,annals,2
    hat-bac,2021-Q2,cases_load,12,annals,2
    hat-bac,2021-S1,cases_load,15,annals,2
    hat-bac,2021-Q1,cases_opening,4,annals,2
    hat-bac,2021-Q2,cases_opening,5,annals,2
    hat-bac,2021-S1,cases_opening,4,annals,2
    hat-bac,2019-Q1,forest_area,100,annals,3
    hat-bac,2019-Q2,forest_area,110,annals,3
    hat-bac,2019-M04,fires,1,annals,4
    hat-bac,2019-M05,fires,2,annals,4
    hat-bac,2019-M06,fires,3,annals,4
    hat-bac,2019-Q2,fires,7,annals,4
    hat-nam,2018-06-30,forest_area,500,annals,5
    hat-nam,2018-S1,forest_area,500,annals,6
    hat-nam,2018-S1,fires,2,annals,6
    hat-bac,2018-06-30,forest_area,500,annals,5
    hat-bac,2018-S1,forest_area,510,annals,6`),
  'status.csv': table(`
    unit,body,period,measure,value,status,source,locator,note
    hat-bac,,2024-Q1,planted,100,,q1-bac,1,
    hat-bac,,2024-Q1,alive,50,,q1-bac,1,
    hat-nam,,2024-Q1,planted,100,,q1-nam,1,
    hat-nam,,2024-Q1,alive,60,,q1-nam,1,
    tram-1,,2024-Q1,planted,100,,q1-tram,1,
    hat-bac,,2024-S1,planted,100,,month,1,
    hat-bac,,2024-S1,alive,40,D,month,1,nghĩa khác
    hat-bac,,2017,planted,,O,annals,7,
    hat-bac,,2017,alive,,O,annals,7,
    hat-bac,,2016,planted,,M,annals,7,
    hat-bac,,2016,alive,,M,annals,7,
    hat-bac,,2015,planted,,Q,annals,7,
    hat-bac,,2015,alive,,Q,annals,7,
    hat-bac,,2014,planted,100,D,annals,7,in dưới tên khác
    hat-bac,,2014,alive,30,E,annals,7,
    hat-bac,,2013,planted,100,U,annals,7,
    hat-bac,,2013,alive,30,D,annals,7,
    hat-bac,,2012,planted,100,B,annals,7,
    hat-bac,,2012,alive,30,,annals,7,
    hat-bac,,2011,planted,100,P,annals,7,
    hat-bac,,2011,alive,30,E,annals,7,
    hat-bac,kiem_lam,2010,meetings,5,,annals,8,
    hat-bac,dang_uy,2010,meetings,3,,annals,8,
    hat-bac,kiem_lam,2010,patrols,20,,annals,8,
    hat-bac,,2009,meetings,10,,annals,8,
    hat-bac,kiem_lam,2009,meetings,4,,annals,8,
    hat-bac,kiem_lam,2009,patrols,20,,annals,8,`),
};

const expected: Fixture['expected'] = [
  {
    at: 'chi-cuc 2023 survival_rate :target',
    value: 85,
    status: 'A',
    lacks: 'NOT_COMPUTABLE',
    why: "a target's own value; provisional is for results only",
  },
  { at: 'hat-bac 2023 survival_rate :target', value: 80, why: 'a target of its own' },
  { at: 'hat-bac 2023 patrol_count :target', value: 100, why: 'a target of a count' },
  {
    at: 'hat-bac 2023 planted :registered',
    value: 200,
    status: 'A',
    why: 'registered is a key part',
  },
  {
    at: 'hat-bac 2023 patrols :norm',
    value: 52,
    status: 'A',
    flags: '',
    why: 'norm is a key part',
  },
  {
    at: 'hat-bac 2023 patrols',
    value: 80,
    status: 'P',
    flags: '',
    why: 'no conflict with the norm of the same source; signed before the year ended',
  },
  {
    at: 'hat-bac 2023-S1 survival_rate',
    value: 70,
    numerator: 70,
    denominator: 100,
    status: 'A',
    flags: '',
    why: 'signed after the period',
  },
  { at: 'hat-nam 2023-S1 survival_rate', value: 90, numerator: 54, denominator: 60, why: '54/60' },
  { at: 'hat-bac 2020-Q1 fires', value: 10, flags: 'SUM_MISMATCH', why: '10 + 20 ≠ 35' },
  { at: 'hat-bac 2020-Q2 fires', value: 20, flags: 'SUM_MISMATCH', why: '10 + 20 ≠ 35' },
  { at: 'hat-bac 2020-S1 fires', value: 35, flags: 'SUM_MISMATCH', why: '10 + 20 ≠ 35' },
  { at: 'hat-nam 2020-S1 fires', value: 30, flags: '', why: '10 + 20' },
  { at: 'hat-nam 2020-01-01/P9M fires', value: 60, flags: '', why: '30 + 30' },
  { at: 'hat-nam 2020-Q3 fires', value: 30, flags: '', why: 'a span that is a quarter' },
  { at: 'hat-nam 2021-01-01/P9M fires', value: 5, flags: '', why: 'nine months' },
  { at: 'hat-nam 2021-M05 fires', value: 2, flags: '', why: '2021-05 is also read' },
  { at: 'hat-nam 2022-Q1 fires', value: 7, flags: '', why: 'a span that is a quarter' },
  { at: 'hat-nam 2022-01-01/2022-05-11 fires', value: 8, flags: '', why: 'any span' },
  { at: 'hat-bac 2021-S1 cases_load', value: 15, flags: '', why: 'a load is never added' },
  { at: 'hat-bac 2021-S1 cases_opening', value: 4, flags: '', why: 'an opening never adds' },
  { at: 'hat-bac 2019-Q2 fires', value: 7, flags: 'SUM_MISMATCH', why: '1 + 2 + 3 ≠ 7' },
  { at: 'hat-bac 2019-M05 fires', value: 2, flags: 'SUM_MISMATCH', why: 'takes part' },
  { at: 'hat-bac 2019-Q2 forest_area', value: 110, flags: '', why: 'a stock never adds' },
  {
    at: 'hat-nam 2018-S1 forest_area',
    value: 500,
    flags: 'DUPLICATE_STATEMENT',
    why: "a stock at the period's last day and at the period are one key: equal",
  },
  {
    at: 'hat-bac 2018-S1 forest_area',
    value: 500,
    flags: 'INTERNAL_CONFLICT',
    why: 'the same key, different: the first is shown',
  },
  {
    at: 'hat-nam 2018-S1 fires_per_thousand',
    value: 4,
    numerator: 2,
    denominator: 500,
    why: '2 ÷ 500 × 1000',
  },
  { at: 'hat-bac 2024-Q1 planted', value: 100, status: 'P', why: 'signed 20/3, ends 31/3' },
  { at: 'hat-bac 2024-Q1 survival_rate', value: 50, status: 'P', why: 'worst input' },
  { at: 'hat-nam 2024-Q1 planted', value: 100, status: 'A', why: 'day14: the period ended 14/3' },
  { at: 'hat-nam 2024-Q1 survival_rate', value: 60, status: 'A', why: 'day14' },
  { at: 'tram-1 2024-Q1 planted', value: 100, status: 'P', why: 'day14: signed 13/3' },
  { at: 'hat-bac 2024-S1 planted', value: 100, status: 'P', why: 'signed in May' },
  { at: 'hat-bac 2024-S1 alive', value: 40, status: 'D', why: 'D is worse than P' },
  { at: 'hat-bac 2017 planted', value: null, status: 'O', has: 'NOT_REPORTED', why: 'O' },
  { at: 'hat-bac 2017 survival_rate', value: null, has: 'NOT_REPORTED', why: 'both O' },
  { at: 'hat-bac 2016 planted', value: null, status: 'M', has: 'NOT_APPLICABLE', why: 'M' },
  { at: 'hat-bac 2016 survival_rate', value: null, has: 'NOT_APPLICABLE', why: 'both M' },
  { at: 'hat-bac 2015 planted', value: null, status: 'Q', has: 'SUPPRESSED', why: 'Q' },
  { at: 'hat-bac 2015 survival_rate', value: null, has: 'SUPPRESSED', why: 'both Q' },
  {
    at: 'hat-bac 2014 survival_rate',
    value: 30,
    status: 'D',
    why: 'Q M O U D B E P A: D before E',
  },
  { at: 'hat-bac 2013 survival_rate', value: 30, status: 'U', why: 'U before D; shown' },
  { at: 'hat-bac 2012 survival_rate', value: 30, status: 'B', why: 'B before A' },
  { at: 'hat-bac 2011 survival_rate', value: 30, status: 'E', why: 'E before P' },
  { at: 'hat-bac 2010 meetings @kiem_lam', value: 5, flags: '', why: 'bodies never conflict' },
  { at: 'hat-bac 2010 meetings @dang_uy', value: 3, flags: '', why: 'bodies never conflict' },
  {
    at: 'hat-bac 2010 meeting_rate @kiem_lam',
    value: 0.25,
    numerator: 5,
    denominator: 20,
    why: 'operands share the body',
  },
  { at: 'hat-bac 2009 meetings', value: 10, flags: '', why: 'the empty body' },
  { at: 'hat-bac 2009 meeting_rate', value: null, why: 'operands of different bodies' },
];
