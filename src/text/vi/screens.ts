import { formatCount } from '../../model/writing/number.ts';
import { lowerFirst } from '../letter-case.ts';
import { origin } from './origin.ts';

export const screensWords = {
  chart: {
    below: (count: number) =>
      `${formatCount(count)} đơn vị dưới cấp xã không vẽ ở đây; chọn phạm vi hoặc đơn vị để xem.`,
    rows: (from: string, to: string, all: string) => `Dòng ${from}–${to} trong ${all}`,
    rowsBefore: 'Các dòng trước',
    rowsAfter: 'Các dòng sau',
    showTable: 'Xem bảng',
    showChart: 'Xem biểu đồ',
    notes: 'Cách tính và lưu ý',
    csv: 'Tải CSV',
    excel: 'Tải Excel',
    saved: (name: string) => `Đã tạo tệp ${name}`,
    saveFailed: 'Trình duyệt không cho tải tệp xuống. Kiểm tra quyền tải tệp của trình duyệt.',
    reported: (value: string) => `báo cáo ghi ${value}`,
    reportedOnly: 'theo báo cáo, không có số đếm',
    group: 'Chung của nhóm',
    groupTotal: (value: string, counts: string, scope: string) =>
      `Chung của nhóm: ${value}${counts ? ` (${counts})` : ''}; ${scope}`,
    groupSum: (value: string, _counts: string, scope: string) =>
      `Cộng các đơn vị: ${value}; ${scope}`,
    ownReport: (parent: string, value: string) => `Báo cáo của ${parent}: ${value}`,
    noData: (count: number) => `Chưa có trong gói số liệu (${formatCount(count)} đơn vị): `,
    notComputable:
      'Chưa tính được cho đơn vị nào: thiếu một phần của tử số hoặc mẫu số cùng kỳ. Bấm vào từng dòng để xem thiếu số nào.',
    noValues: 'Chưa đơn vị nào có giá trị để vẽ; lý do ghi ở từng dòng.',
    onlyBelow: (count: number) =>
      `Không tự báo cáo, có số liệu của đơn vị trực thuộc (${formatCount(count)} đơn vị): `,
    legend: 'Chú giải',
    legendReported: 'Số báo cáo ghi khác',
    legendTarget: 'Chỉ tiêu',
    legendRegistered: 'Đăng ký',
    legendNorm: 'Định mức',
    legendGroup: 'Chung của nhóm (tổng tử số ÷ tổng mẫu số)',
    legendWeak: 'Số tạm tính, ước tính hoặc khác định nghĩa',
    legendFlag: 'Có điều cần kiểm tra',
    open: (what: string) => `Mở nguồn gốc: ${what}`,
    none: 'Không có số liệu nào cho lựa chọn này.',
    filled: (period: string) => `số của ${lowerFirst(period)}`,
    change: (points: string) => `cùng kỳ ${points}`,
    changePoints: (points: string) => `${points} điểm`,
    day14: 'số liệu tính từ ngày 15 đến ngày 14',
    mixedCutoff: 'các phần chốt số khác ngày nhau',
  },
  compare: {
    groupApart:
      'Các nhóm dưới đây khác kỳ, khác cấp hoặc khác địa bàn nên chỉ đặt cạnh nhau để tham khảo, không so sánh trực tiếp.',
    groupHeading: (level: string, parent: string, period: string) =>
      [level, parent, period].filter(Boolean).join(' · '),
    only: (parent: string) => `Chỉ xem ${parent}`,
    peers: 'Các đơn vị được chọn để so sánh',
    without: (parent: string) => `thuộc ${parent}`,
    latest: 'Mỗi đơn vị lấy kỳ báo cáo gần nhất có số liệu.',
    leftover: (period: string) =>
      `Chưa có số liệu ${lowerFirst(period)}: kỳ gần nhất của từng đơn vị, không có mức chung`,
    ahead: (period: string, others: string) =>
      `Đã có số liệu ${lowerFirst(period)}, mới hơn ${lowerFirst(others)} của các đơn vị khác`,
    newer: (units: number) =>
      `${formatCount(units)} đơn vị đã có số liệu mới hơn, đứng riêng bên dưới: `,
    whole: (period: string) => `So sánh mọi đơn vị ở ${lowerFirst(period)}`,
    differs: (what: string) => `Đứng riêng vì ${what}`,
    differsPeriod: 'khác kỳ báo cáo',
    differsLevel: 'khác cấp',
    differsParent: 'khác địa bàn',
    differsCutoff: 'khác ngày chốt số',
    title: (indicator: string, period: string) =>
      period ? `${indicator}, ${lowerFirst(period)}` : indicator,
    categoryOf: (indicator: string, category: string) => `${indicator}: ${lowerFirst(category)}`,
  },
  trend: {
    title: (indicator: string, grain: string) => `${indicator} theo ${lowerFirst(grain)}`,
    together: 'Gộp biểu đồ',
    apart: 'Tách biểu đồ',
    group: (parent: string) => `Chung các đơn vị thuộc ${parent}`,
    own: (parent: string) => `Báo cáo của ${parent}`,
    target: 'Chỉ tiêu',
    range: 'Từ kỳ',
    rangeTo: 'Đến kỳ',
    from: 'Đầu chuỗi',
    to: 'Cuối chuỗi',
    breakTo: (date: string, name: string) => `từ ${date}: ${name}`,
    breakStated: 'ngắt chuỗi số liệu',
    gapList: 'Kỳ không có số liệu',
    hollow: 'Chấm rỗng: số tạm tính, ước tính hoặc suy ra từ kỳ khác',
    onePoint: 'Mỗi đơn vị mới có một kỳ số liệu: chưa thành diễn biến.',
    addUnit: 'Thêm đơn vị',
    tooMany: (shown: number, all: number) =>
      `Biểu đồ vẽ ${formatCount(shown)} trên ${formatCount(all)} chuỗi; chọn đơn vị để xem chuỗi khác. Bảng và tệp tải về có đủ.`,
  },
  unit: {
    pick: 'Chọn một đơn vị để xem hồ sơ.',
    parent: 'Thuộc',
    children: 'Đơn vị trực thuộc',
    childrenGone: (count: number) =>
      `Đã sáp nhập, giải thể hoặc chuyển đi nơi khác (${formatCount(count)}):`,
    compareChildren: 'So sánh các đơn vị trực thuộc',
    history: 'Thay đổi địa giới, tên gọi',
    code: (code: string) => `Mã hành chính ${code}`,
    indicators: 'Chỉ số',
    documents: 'Văn bản',
    documentSays: (n: number) => `${formatCount(n)} số liệu trong văn bản`,
    issues: 'Điều cần lưu ý trong số liệu',
    noIssues: 'Chưa thấy điều gì cần kiểm tra.',
    noFigures: 'Gói số liệu chưa có số liệu nào của đơn vị này.',
    counts: 'Số đếm',
    value: 'Giá trị',
    indicator: 'Chỉ số',
    period: 'Kỳ',
    aliases: (names: string) => `Còn viết: ${names}`,
    measures: 'Các số liệu khác',
    changes: {
      rename: 'đổi tên',
      status_change: 'chuyển loại đơn vị',
      merge: 'sáp nhập',
      split: 'chia tách',
      transfer: 'điều chỉnh một phần địa giới',
      abolish: 'kết thúc hoạt động',
    } as Record<string, string>,
    changeLine: (date: string, kind: string, from: string, to: string) =>
      `${date}: ${from} ${kind}${to && to !== from ? ` → ${to}` : ''}`,
  },
  table: {
    shown: (shown: string, all: string) => `${shown} / ${all} dòng`,
    limited: (shown: string, all: string) =>
      `Đang hiện ${shown} trên ${all} dòng. Thu hẹp đơn vị, chỉ số hoặc kỳ để xem phần còn lại; tệp CSV có đủ.`,
    columns: 'Chọn cột',
    groupBy: 'Gộp theo',
    noGroup: 'Không gộp',
    filter: 'Lọc trong bảng',
    caption: 'Toàn bộ số liệu',
    rows: (n: string) => `${n} dòng`,
  },
  origin,
  overview: {
    heading: 'Tổng quan',
    tiles: 'Việc cần chú ý',
    tilePeriod: (period: string, units: number, expected: number) =>
      `${period} · ${formatCount(units)}/${formatCount(expected)} đơn vị có số liệu`,
    notReceived: 'Báo cáo chưa nhận được',
    notReceivedNote: (names: string) => names || 'Không có báo cáo quá hạn.',
    errors: 'Điều cần kiểm tra trong số liệu',
    errorsNote: (units: number) => `ở ${formatCount(units)} đơn vị`,
    most: (list: string) => `Nhiều nhất: ${list}`,
    mostOf: (unit: string, count: string) => `nhiều nhất ${unit}: ${count}`,
    others2: (n: number) => `và ${formatCount(n)} đơn vị khác`,
    lead: (units: number, documents: number, figures: string) =>
      `${formatCount(units)} đơn vị có số liệu · ${formatCount(documents)} văn bản · ${figures} con số`,
    more: (count: number) => `${formatCount(count)} chỉ số khác chỉ một đơn vị có`,
    unit: 'Đơn vị',
    caption: 'Các chỉ số chính theo đơn vị, kỳ gần nhất',
    toCheck: 'Cần kiểm tra',
    others: 'Chỉ số khác',
    limited: (shown: number, all: number) =>
      `Đang hiện ${formatCount(shown)} trên ${formatCount(all)} đơn vị; chọn phạm vi hẹp hơn hoặc mở màn hình “Số liệu” để xem đủ.`,
    issues: (n: number) => `${formatCount(n)} điều`,
  },
  title: {
    about: (subject: string, finding: string) => `${subject}: ${finding}`,
    most: (name: string, value: string) => `nhiều nhất là ${name} (${value})`,
    alike: (overall: string) => `chưa đơn vị nào khác hẳn mức chung ${overall}`,
    apart: (side: 'lower' | 'higher', names: string, overall: string) =>
      `${names}, ${side === 'lower' ? 'thấp' : 'cao'} hơn hẳn mức chung ${overall}`,
    someApart: (side: 'lower' | 'higher', count: number, overall: string) =>
      `${formatCount(count)} đơn vị ${side === 'lower' ? 'thấp' : 'cao'} hơn hẳn mức chung ${overall}`,
    below: (count: number, all: number, target: string) =>
      `${formatCount(count)}/${formatCount(all)} đơn vị chưa đạt chỉ tiêu ${target || 'được giao'}`,
    belowAt: (count: number, all: number, target: string, isOver: boolean) =>
      `${formatCount(count)}/${formatCount(all)} đơn vị ${target && isOver ? 'còn trên' : 'chưa đạt'} ${target || 'chỉ tiêu'}`,
    behindLead: (side: 'lower' | 'higher', overall: string, count: number, name: string) =>
      `${side === 'lower' ? 'Thấp' : 'Cao'} hơn hẳn mức chung ${overall}: ${count === 1 ? name : `${formatCount(count)} đơn vị, ${side === 'lower' ? 'thấp' : 'cao'} nhất ${name}`}.`,
    belowIn: (period: string, count: number, all: number, target: string, isOver: boolean) =>
      `${formatCount(count)}/${formatCount(all)} đơn vị ${isOver ? 'còn trên' : 'chưa đạt'} ${target} ${period}`,
    reached: (all: number, target: string) =>
      `cả ${formatCount(all)} đơn vị đạt chỉ tiêu ${target || 'được giao'}`,
    moved: (direction: 'up' | 'down', name: string, from: string, to: string) =>
      `${name} ${direction === 'up' ? 'tăng' : 'giảm'} từ ${from} ${direction === 'up' ? 'lên' : 'xuống'} ${to}`,
    someMoved: (direction: 'up' | 'down', count: number) =>
      `${formatCount(count)} đơn vị có xu hướng ${direction === 'up' ? 'tăng' : 'giảm'}`,
    eachMoved: (
      direction: 'up' | 'down',
      since: string,
      until: string,
      count: number,
      all: number,
    ) =>
      `${until} ${direction === 'up' ? 'cao' : 'thấp'} hơn ${since} ở ${formatCount(count)}/${formatCount(all)} đơn vị`,
    missed: (name: string, missed: number, all: number) =>
      `${name}: ${formatCount(missed)}/${formatCount(all)} chỉ tiêu chưa đạt`,
    toCheck: (name: string, count: number) =>
      `${name}: ${formatCount(count)} số liệu cần kiểm tra lại`,
    disagrees: (name: string, indicator: string, stated: string, counted: string) =>
      `${name}: ${indicator} ghi ${stated}, tính lại ${counted}`,
    met: (name: string, all: number) => `${name}: đạt cả ${formatCount(all)} chỉ tiêu`,
    hard: (count: number, all: number) =>
      `${formatCount(count)}/${formatCount(all)} chỉ tiêu khó đạt`,
    hardIn: (name: string) => `, nhiều nhất ở ${name}`,
  },
  sentence: {
    one: (name: string, value: string, counts: string) =>
      `${name}: ${value}${counts ? ` (${counts})` : ''}`,
    overall: (value: string, counts: string) => `Chung ${value}${counts ? ` (${counts})` : ''}`,
    total: (total: string) => `Cộng các đơn vị: ${total}`,
    all: (value: string) => `Các đơn vị đều ${value}`,
    alike: (value: string, counts: string) =>
      `Chung ${value}${counts ? ` (${counts})` : ''}; chưa đơn vị nào khác hẳn mức chung`,
    apart: (side: 'lower' | 'higher', value: string, counts: string, names: string) =>
      `${side === 'lower' ? 'Thấp' : 'Cao'} hơn hẳn mức chung ${value}${counts ? ` (${counts})` : ''}: ${names}`,
    also: (side: 'lower' | 'higher', names: string) =>
      `${side === 'lower' ? 'thấp' : 'cao'} hơn: ${names}`,
    others: (count: number) => `và ${formatCount(count)} đơn vị khác`,
    sum: (total: string, name: string, value: string) =>
      `Cộng các đơn vị: ${total}; nhiều nhất là ${name} (${value})`,
    range: (low: string, high: string) => `Từ ${low} đến ${high}`,
    scope: (reported: number, expected: number, period: string) =>
      `${formatCount(reported)}/${formatCount(expected)} đơn vị đã báo cáo, ${period}`,
    caveat: (words: string) => `Lưu ý: ${words}`,
    errors: (count: number) => `${formatCount(count)} số cần kiểm tra`,
    weak: (count: number) => `${formatCount(count)} số tạm tính, ước tính hoặc khác định nghĩa`,
    small: (count: number) => `${formatCount(count)} đơn vị có dưới 30 trường hợp`,
    lines: (units: number, periods: number) =>
      `${formatCount(units)} đơn vị qua ${formatCount(periods)} kỳ`,
    missedOnes: (names: string) => `Chưa đạt: ${names}`,
    silent: (who: string, period: string) => `Chưa có số liệu ${period}: ${who}`,
    ownStands: (name: string, value: string, isMet: boolean, together: string) =>
      `${name} báo cáo ${value}${together ? ` (tính từ các đơn vị: ${together})` : ''}, ${isMet ? 'đạt' : 'chưa đạt'} chỉ tiêu`,
    turnedOnes: (direction: 'up' | 'down', period: string, names: string) =>
      `Riêng so với ${period} thì ${direction === 'up' ? 'tăng' : 'giảm'} ở ${names}`,
    pairs: (
      pairs: number,
      units: number,
      since: string,
      until: string,
      left: { lacking: string; apart: string },
    ) =>
      [
        `${formatCount(pairs)}/${formatCount(units)} đơn vị có số liệu cả ${since} và ${until}`,
        left.lacking ? `thiếu số liệu: ${left.lacking}` : '',
        left.apart ? `đã đổi chuẩn: ${left.apart}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    now: (name: string, value: string, counts: string, period: string) =>
      `${name}: ${value}${counts ? ` (${counts})` : ''}, ${period}`,
    sinceLastYear: (change: string) => `${change} so với cùng kỳ năm trước`,
    few: (more: number) => `Cần thêm ${formatCount(more)} kỳ cùng loại mới nói được xu hướng`,
    open: (count: number) => `Qua ${formatCount(count)} kỳ cùng loại, chưa kết luận được xu hướng`,
    goes: (direction: 'up' | 'down', names: string) =>
      `Xu hướng ${direction === 'up' ? 'tăng' : 'giảm'} (cùng loại kỳ qua các năm): ${names}`,
    went: (direction: 'up' | 'down', name: string, from: string, to: string) =>
      `${name} (từ ${from} ${direction === 'up' ? 'lên' : 'xuống'} ${to})`,
    othersGo: (direction: 'up' | 'down', count: number) =>
      `${formatCount(count)} đơn vị có xu hướng ${direction === 'up' ? 'giảm' : 'tăng'}`,
    trend: (direction: 'up' | 'down', from: string, since: string, count: number) =>
      `Xu hướng ${direction === 'up' ? 'tăng' : 'giảm'} qua ${formatCount(count)} kỳ cùng loại, từ ${from} (${since})`,
  },
};
