/** Words of a comparison: verdicts, ranks, orders, the steps through time, the funnel. */
import { formatCount } from '../../model/writing/number.ts';
import { lowerFirst } from '../letter-case.ts';

export const comparing = {
  order: 'Sắp xếp',
  orders: {
    worst: 'Cần chú ý trước',
    best: 'Tốt nhất trước',
    change: 'Theo thay đổi',
    target: 'Theo khoảng cách tới chỉ tiêu',
    name: 'Theo tên đơn vị',
  },
  /** Where more is neither good nor bad there is no worst. */
  neutral: 'Theo tên đơn vị',
  drawing: 'Cách vẽ',
  charts: { bars: 'Dạng thanh', funnel: 'Dạng phễu', change: 'Dạng thay đổi', map: 'Bản đồ ô' },
  base: 'So với kỳ gốc',
  bases: { year: 'So với cùng kỳ năm trước', previous: 'So với kỳ liền trước' },
  since: (period: string) => `So với ${lowerFirst(period)}`,
  intervals: 'Khoảng dao động',
  earlier: (period: string) => `Kỳ trước: ${lowerFirst(period)}`,
  later: (period: string) => `Kỳ sau: ${lowerFirst(period)}`,
  noEarlier: 'Không có kỳ trước',
  noLater: 'Không có kỳ sau',
  play: 'Phát',
  stop: 'Dừng',
  choose: 'Chọn đơn vị',
  chooseUnit: (name: string) => `Chọn ${name}`,
  chosen: (count: number) =>
    count === 0
      ? 'Chọn các đơn vị để xem cùng một biểu đồ diễn biến.'
      : `Đã chọn ${formatCount(count)} đơn vị.`,
  toTrend: 'So sánh xu hướng',
  verdict: {
    better: 'tốt hơn',
    similar: 'không khác rõ',
    lower: 'thấp hơn',
    higher: 'cao hơn',
    few: 'ít trường hợp',
  },
  against: (verdict: string, value: string) => `${verdict} mức chung ${value}`,
  unlike: (value: string) => `không khác hẳn mức chung ${value}`,
  few: 'dưới 30 trường hợp, chưa đủ để so với mức chung',
  group: (value: string) => `mức chung ${value}`,
  rank: (best: number, worst: number) =>
    `hạng ${best === worst ? formatCount(best) : `${formatCount(best)}–${formatCount(worst)}`}`,
  rankOf: (best: number, worst: number, of: number) =>
    `hạng ${best === worst ? formatCount(best) : `${formatCount(best)}–${formatCount(worst)}`} trong ${formatCount(of)}`,
  interval: (low: string, high: string) => `dao động ${low}–${high}`,
  ahead: (target: string, points: string) => `${target}, vượt ${points}`,
  short: (target: string, points: string) => `${target}, còn cách ${points}`,
  met: (target: string) => `${target}, vừa đạt`,
  lastYear: (value: string, change: string) => `cùng kỳ ${value}${change ? ` (${change})` : ''}`,
  columns: { verdict: 'So với mức chung', rank: 'Hạng' },
  legend: {
    better: 'Tốt hơn mức chung',
    worse: 'Chưa bằng mức chung',
    similar: 'Không khác rõ',
    interval: 'Khoảng dao động ngẫu nhiên 95%',
  },
  explainVerdict: (gap: string, units: number) =>
    `Một đơn vị chỉ được coi là khác mức chung khi cả khoảng dao động ngẫu nhiên của đơn vị nằm về một phía và chênh lệch từ ${gap} trở lên. Vì so ${formatCount(units)} đơn vị cùng một lúc, khoảng dùng để kết luận được lấy rộng hơn khoảng vẽ (hiệu chỉnh Bonferroni), để khả năng nêu nhầm dù chỉ một đơn vị vào khoảng 5%.`,
  explainRank:
    'Hạng là một khoảng: tốt nhất là sau các đơn vị hơn hẳn, kém nhất là trước các đơn vị kém hẳn; đơn vị có dưới 30 trường hợp không xếp hạng.',
  explainInterval:
    'Vạch mảnh là khoảng dao động ngẫu nhiên 95% từ kỳ này sang kỳ khác; đây là số đếm đầy đủ, không phải số điều tra chọn mẫu.',
  map: {
    apart: 'Không có vị trí trên bản đồ',
    none: 'Đơn vị không có vị trí trên bản đồ, hoặc có nhiều số.',
    crowded: 'Bản đồ có quá nhiều ô cho một trang.',
    title: 'Số chỉ số kém hơn hẳn mức chung của từng đơn vị',
    behind: (count: number, of: number) => `${formatCount(count)}/${formatCount(of)} kém hơn`,
  },
  funnel: {
    across: 'Số trường hợp (mẫu số)',
    inner: 'Giới hạn 95%',
    outer: 'Giới hạn 99,8%',
    group: 'Mức chung',
    points: (count: number) => `Mỗi chấm là một đơn vị (${formatCount(count)}).`,
    outside: (names: string) => `Ngoài giới hạn 99,8%: ${names}.`,
    nobody: 'Không đơn vị nào nằm ngoài giới hạn 99,8%.',
    near: (count: number, gap: string) =>
      `${formatCount(count)} đơn vị khác ngoài giới hạn 99,8% nhưng chênh chưa tới ${gap}, không nêu tên.`,
    none: 'Biểu đồ phễu cần tử số, mẫu số và mức chung của ít nhất hai đơn vị.',
    left: (count: number) =>
      `${formatCount(count)} đơn vị không có tử số, mẫu số hoặc đang có điều cần kiểm tra, không vẽ ở đây.`,
    beyond95: 'ngoài giới hạn 95%',
    beyond998: 'ngoài giới hạn 99,8%',
  },
  arrows: 'Phím ↑ ↓ đi qua từng đơn vị trong biểu đồ; phím Tab rời biểu đồ.',
  change: {
    title: (name: string, base: string) => `${name}: thay đổi so với ${lowerFirst(base)}`,
    verdict: {
      better: 'tốt lên rõ',
      worse: 'kém đi rõ',
      higher: 'tăng rõ',
      lower: 'giảm rõ',
      similar: 'chưa khác rõ',
      few: 'ít trường hợp',
    },
    pair: (before: string, now: string) => `${before} → ${now}`,
    percent: (percent: string) => `${percent}%`,
    since: (base: string, value: string, change: string) =>
      `${lowerFirst(base)} ${value}${change ? ` (${change})` : ''}`,
    unlike: (base: string) => `không so được với ${lowerFirst(base)}`,
    columns: {
      period: 'Kỳ gốc',
      base: (base: string) => `Giá trị ${lowerFirst(base)}`,
      change: 'Thay đổi',
      low: 'Thay đổi: khoảng 95%, từ',
      high: 'Thay đổi: khoảng 95%, đến',
      percent: 'Thay đổi (%)',
      verdict: 'Vượt dao động ngẫu nhiên',
    },
    legend: {
      base: (base: string) => `Giá trị ${lowerFirst(base)}`,
      now: (period: string) => `Giá trị ${lowerFirst(period)}`,
      better: 'Tốt lên, vượt dao động ngẫu nhiên',
      worse: 'Kém đi, vượt dao động ngẫu nhiên',
      higher: 'Tăng, vượt dao động ngẫu nhiên',
      lower: 'Giảm, vượt dao động ngẫu nhiên',
      similar: 'Chưa khác rõ: trong dao động ngẫu nhiên, hoặc dưới mức đáng kể',
      few: 'Dưới 30 trường hợp ở một trong hai kỳ, không kết luận',
      unsaid: 'Không ghi gì sau thay đổi: chưa khác rõ, hoặc dưới 30 trường hợp',
      slide: (base: string, period: string) =>
        `Chấm nhạt: ${lowerFirst(base)}; chấm đậm: ${lowerFirst(period)} (hình vuông: kém đi rõ)`,
    },
    noBase: (base: string) => `Không có số liệu ${lowerFirst(base)}, không tính thay đổi: `,
    noValue: 'Chưa có số liệu kỳ này, không tính thay đổi: ',
    notAlike: (base: string) =>
      `Không so với ${lowerFirst(base)} vì khác ngày chốt số, khác độ dài kỳ, khác định nghĩa, đổi địa giới hoặc số liệu còn phải kiểm tra: `,
    notAlikeShort: (base: string) => `Không so được với ${lowerFirst(base)}: `,
    none: (base: string) =>
      `Không đơn vị nào có số liệu so được với ${lowerFirst(base)}. Chọn kỳ gốc khác ở ô “So với”.`,
    noPeriod: 'Kỳ này không có kỳ gốc tương ứng. Chọn kỳ gốc khác ở ô “So với”.',
    explain: (gap: string, units: number) =>
      `Thay đổi chỉ được coi là rõ khi khoảng của hiệu hai tỷ lệ (Newcombe) nằm hẳn về một phía và thay đổi từ ${gap} trở lên. Vì xét ${formatCount(units)} đơn vị cùng một lúc, khoảng được lấy rộng hơn (hiệu chỉnh Bonferroni), để khả năng nêu nhầm dù chỉ một đơn vị vào khoảng 5%. Chỉ so kỳ cùng độ dài, cùng cách chốt số.`,
    season: 'Kỳ gốc không phải cùng kỳ năm trước: một phần thay đổi có thể do mùa vụ trong năm.',
    unjudged: 'Chỉ số này không có tử số, mẫu số đếm trường hợp nên không xét dao động ngẫu nhiên.',
    moved: (side: 'better' | 'worse' | 'higher' | 'lower', names: string) =>
      `${{ better: 'Tốt lên rõ', worse: 'Kém đi rõ', higher: 'Tăng rõ', lower: 'Giảm rõ' }[side]}: ${names}`,
    from: (name: string, before: string, now: string) => `${name} (${before} → ${now})`,
    steady: (base: string) => `Chưa đơn vị nào thay đổi rõ so với ${lowerFirst(base)}`,
    plain: (up: number, down: number, base: string) =>
      `So với ${lowerFirst(base)}: ${formatCount(up)} đơn vị tăng, ${formatCount(down)} đơn vị giảm`,
    scope: (units: number, of: number, period: string, base: string) =>
      `So được ${formatCount(units)}/${formatCount(of)} đơn vị, ${lowerFirst(period)} với ${lowerFirst(base)}`,
    some: (side: 'better' | 'worse' | 'higher' | 'lower', count: number, of: number) =>
      `${formatCount(count)}/${formatCount(of)} đơn vị ${{ better: 'tốt lên', worse: 'kém đi', higher: 'tăng', lower: 'giảm' }[side]} rõ`,
    one: (side: 'better' | 'worse' | 'higher' | 'lower', name: string, change: string) =>
      `${name} ${{ better: 'tốt lên', worse: 'kém đi', higher: 'tăng', lower: 'giảm' }[side]} rõ (${change})`,
    nobody: 'chưa đơn vị nào thay đổi rõ',
    beyond: 'rõ',
    cells: 'Số nhỏ: thay đổi so với cùng kỳ; “rõ”: vượt dao động ngẫu nhiên',
    cellBetter: 'tốt lên',
    cellWorse: 'kém đi',
  },
};

/** Words of targets: how far, how fast, how likely. */
export const targets = {
  short: (cases: string, target: string) => `còn thiếu ${cases} để đạt ${target}`,
  over: (cases: string, target: string) => `còn phải giảm ${cases} để đạt ${target}`,
  counted: (count: string, name: string) => `${count} ${lowerFirst(name)}`,
  countedOf: (count: string, unit: string, name: string) =>
    `${count} ${unit || 'trường hợp'} (${lowerFirst(name)})`,
  rest: { 3: '9 tháng cuối năm', 6: '6 tháng cuối năm', 9: 'quý IV' } as Record<number, string>,
  cases: 'trường hợp',
  restOther: 'các tháng còn lại của năm',
  needed: (rate: string, rest: string) => `cần ${rate} trong ${rest}`,
  atMost: (rate: string, rest: string) => `không quá ${rate} trong ${rest}`,
  sure: (rest: string) => `cả năm sẽ đạt dù ${rest} thế nào`,
  gone: (rest: string, best: string) =>
    `cả năm không còn đạt được: ${rest} tốt nhất thì cả năm cũng chỉ ${best}`,
  assumed: {
    lastYear: (count: string, name: string) =>
      `nếu có ${count} ${lowerFirst(name)} như cùng kỳ năm trước`,
    mean: (count: string, name: string) =>
      `nếu có ${count} ${lowerFirst(name)}, bằng mức bình quân từ đầu năm`,
  },
  by: (target: string, owner: string) => `${target} (${owner})`,
  /** Of its own: who it comes from. */
  own: 'đơn vị tự đặt',
  registered: 'đơn vị đăng ký',
  ofUnit: (name: string) => `của ${name}`,
  show: 'Bảng',
  shown: { results: 'Kết quả', targets: 'Đạt, sắp đạt, khó đạt' },
  outlook: {
    reached: 'đạt',
    near: 'sắp đạt',
    hard: 'khó đạt',
    few: 'ít trường hợp',
    open: 'chưa đạt',
  },
  caption: 'Chỉ tiêu của từng đơn vị: đạt, sắp đạt, khó đạt',
  none: 'Gói số liệu không có chỉ tiêu cho các chỉ số, đơn vị và kỳ đang xem.',
  noTarget: 'không có chỉ tiêu',
  rules: {
    reached: 'Đạt: kết quả bằng hoặc hơn chỉ tiêu.',
    near: 'Sắp đạt: chưa đạt, nhưng chỉ tiêu nằm trong khoảng dao động ngẫu nhiên 95% của kết quả, hoặc mức cần có trong phần còn lại của năm không quá mức tốt nhất đơn vị đã từng đạt.',
    hard: 'Khó đạt: các trường hợp còn lại, kể cả khi phần còn lại của năm không thể bù được.',
    few: 'Ít trường hợp: chưa đạt và có dưới 30 trường hợp, chưa đủ để nói thêm. Chưa đạt: không có tử số, mẫu số để xét.',
  },
  nearShort:
    'Sắp đạt: chỉ tiêu nằm trong khoảng dao động, hoặc mức còn cần thì đơn vị đã từng đạt.',
  several: (signs: string) =>
    `Ô có nhiều mức: mỗi mức một chỉ tiêu (${signs}); của ai xem ghi chú của trang.`,
  summary: (reached: number, near: number, hard: number, all: number) =>
    `${formatCount(reached)}/${formatCount(all)} chỉ tiêu đạt, ${formatCount(near)} sắp đạt, ${formatCount(hard)} khó đạt`,
  count: (reached: number, all: number) => `${formatCount(reached)}/${formatCount(all)}`,
  column: 'Đạt',
};
