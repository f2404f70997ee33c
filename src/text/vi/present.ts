/** Words of the briefing: collecting views, slides, pictures, presenting, embedding. */
import { formatCount } from '../../model/writing/number.ts';

import { lowerFirst, upperFirst } from '../letter-case.ts';

export const present = {
  add: 'Đưa vào trình chiếu',
  added: (count: number) => `Đã thêm; bài trình chiếu có ${formatCount(count)} mục`,
  title: 'Bài trình chiếu',
  lead: 'Các màn hình đã chọn cho cuộc họp, theo thứ tự trình bày. Số liệu luôn lấy mới từ gói số liệu đang mở.',
  briefingTitle: 'Tên bài trình chiếu',
  defaultTitle: 'Tình hình công tác dân vận và thực hiện dân chủ ở cơ sở',
  none: 'Chưa có mục nào. Mở một màn hình và bấm “Đưa vào trình chiếu”.',
  name: 'Tên mục',
  noteLabel: 'Ghi chú trên trang',
  up: (name: string) => `Đưa “${name}” lên`,
  down: (name: string) => `Đưa “${name}” xuống`,
  remove: (name: string) => `Bỏ “${name}”`,
  open: 'Xem màn hình',
  clear: 'Bỏ tất cả',
  pptx: 'Tạo tệp PowerPoint',
  waiting: 'Đang chờ kiểm tra xong gói số liệu rồi mới tạo…',
  making: 'Đang tạo tệp PowerPoint…',
  made: (name: string, slides: number) => `Đã tạo ${name}, ${formatCount(slides)} trang`,
  failed:
    'Không tạo được tệp. Bài trình chiếu vẫn còn nguyên; hãy thử lại, hoặc lưu tệp bài trình chiếu trước khi đóng trang.',
  saveFile: 'Lưu bài trình chiếu (tệp)',
  openFile: 'Mở bài trình chiếu từ tệp',
  badFile: (name: string) => `Tệp ${name} không phải là tệp bài trình chiếu của phần mềm này.`,
  opened: (count: number) => `Đã mở bài trình chiếu có ${formatCount(count)} mục`,
  notKept: 'Trình duyệt không cho lưu: hãy lưu bài trình chiếu thành tệp trước khi đóng trang.',
  gone: (param: string, value: string) =>
    `Gói số liệu không còn “${value}” (${param}); phần này được bỏ qua.`,
  otherPackage: (path: string) => `Mục này lập trên gói “${path}”; số liệu lấy từ gói đang mở.`,
  empty: 'Không có số liệu nào theo lựa chọn này; mục không có trang.',
  cut: (most: number, all: number) =>
    `Mục này có ${formatCount(all)} trang, chỉ lấy ${formatCount(most)} trang đầu.`,
  agenda: 'Nội dung',
  mainFinding: 'Điểm chính',
  legend: { missed: 'Chưa đạt chỉ tiêu', check: 'Cần kiểm tra' },
  offMatters: (off: number) => `${formatCount(off)} chỉ số chính có đơn vị kém hơn hẳn mức chung.`,
  offHeld: (off: number) => `${formatCount(off)} chỉ số chính có đơn vị chưa đạt chỉ tiêu.`,
  missedCount: 'Chưa đạt/ có số liệu',
  ownGoal: 'riêng',
  missedOf: 'Chưa đạt',
  behindCount: 'Kém hẳn',
  behindUnits: 'Đơn vị (xa chỉ tiêu nhất trước)',
  furthestFirst: 'Đơn vị (xa mức chung nhất trước)',
  behindOn: (count: number, all: number) =>
    `${formatCount(count)}/${formatCount(all)} đơn vị kém hơn hẳn mức chung`,
  missedOn: (count: number, all: number) =>
    `${formatCount(count)}/${formatCount(all)} đơn vị chưa đạt chỉ tiêu`,
  inMost: (name: string, missed: string) =>
    missed
      ? `Chưa đạt nhiều chỉ tiêu nhất: ${name} (${missed})`
      : `Kém mức chung ở nhiều chỉ số nhất: ${name}`,
  missedUnder: (missed: number, all: number) =>
    `Chưa đạt ${formatCount(missed)}/${formatCount(all)}`,
  metAll: (names: string) => `Đạt mọi chỉ tiêu được giao: ${names}.`,
  metMost: (names: string, met: number, all: number) =>
    `Đạt nhiều chỉ tiêu nhất: ${names} (${formatCount(met)}/${formatCount(all)}).`,
  ownGoals: 'riêng từng đơn\u00a0vị',
  behindThem: (side: 'lower' | 'higher', names: string) =>
    `${side === 'lower' ? 'Thấp' : 'Cao'} hơn hẳn mức chung: ${names}`,
  absent: (when: string, names: string) => `Chưa có số liệu ${when}: ${names}.`,
  lateReports: (names: string) => `Chưa nhận được báo cáo: ${names}`,
  ofUnits: (count: number, all: number) => `${formatCount(count)}/${formatCount(all)}`,
  statedFlagged: (units: number, all: number) =>
    `Số liệu của ${formatCount(units)}/${formatCount(all)} đơn vị cần kiểm tra trước khi dùng`,
  uses: {
    heading: 'Số liệu dùng được trong cuộc họp',
    title: (usable: number, all: number, open: number) =>
      `${formatCount(usable)}/${formatCount(all)} tỷ lệ dùng được; ${formatCount(open)} phải đối chiếu trước`,
    inArea: (usable: number, all: number, open: number) =>
      `Trong địa bàn: ${formatCount(usable)}/${formatCount(all)} tỷ lệ dùng được, ${formatCount(open)} chưa dùng`,
    ofUnit: (name: string, usable: number, all: number, open: number) =>
      `${name}: ${formatCount(usable)}/${formatCount(all)} tỷ lệ dùng được, ${formatCount(open)} chưa dùng`,
    elsewhere: (names: string) => `Ngoài địa bàn, chỉ để tham khảo: ${names}`,
    unsure: 'kỳ chờ xác nhận',
    outside: 'ngoài địa bàn',
    lead: 'Chưa dùng: văn bản tự mâu thuẫn. Tham khảo: dưới 30 trường hợp, ước tính, thiếu số đếm hoặc báo cáo.',
    columns: ['Dùng được', 'Chỉ để tham khảo', 'Chưa dùng, phải đối chiếu'],
    parts: ['dùng được', 'để tham khảo', 'chưa dùng'],
    more: (count: number) => ` và ${formatCount(count)} tỷ lệ khác`,
    provisional: '* Tạm tính, khi nêu phải ghi rõ',
  },
  live: 'Xem trên bảng số liệu',
  closing: 'Số liệu còn cần kiểm tra',
  closingTitle: (name: string, count: number, units: number) =>
    `${name}: ${formatCount(count)} nội dung ở ${formatCount(units)} đơn vị`,
  onlyCases: (count: string) => `chỉ ${count}`,
  visitRule: 'Mức lệch: so với chỉ tiêu, mức chung, cùng kỳ, ngoài ngẫu nhiên',
  offBy: (points: string) => `Mức lệch ${points}`,
  visitNext: (names: string) => `Kế tiếp: ${names}`,
  ownTicks: 'Vạch đen: chỉ tiêu từng đơn vị',
  ownTicksMet: 'Vạch đen: chỉ tiêu; thanh xanh: đạt',
  changingTarget: 'Chỉ tiêu từng kỳ',
  turned: { up: 'tăng', down: 'giảm' },
  outside: (count: number) => `${formatCount(count)} đơn vị ngoài địa bàn, để tham khảo`,
  unusedOnes: (names: string) => `; không có số liệu cho các trang này: ${names}`,
  oldFigures: (period: string, years: number) => `${period} (đã hơn ${formatCount(years)} năm)`,
  andAbove: (name: string) => ` và ${name}`,
  andMoreAbove: (count: number) => ` và ${formatCount(count)} cấp trên`,
  moreNotes: (count: number) => `… và ${formatCount(count)} số khác cần lưu ý`,
  listed: (most: number) => `Chỉ lấy ${formatCount(most)} dòng đầu; xem đủ trên màn hình.`,
  source: (names: string) => `Nguồn: ${names}`,
  sourcesCounted: (count: number) => `Nguồn: ${formatCount(count)} văn bản, nêu ở ghi chú`,
  moreSources: (count: number) => ` và ${formatCount(count)} văn bản khác`,
  since: (period: string) => `từ ${period}`,
  counts: 'Số lượng/ tổng số',
  unitsCounted: (count: number) => `${formatCount(count)} đơn vị`,
  breaks: (period: string, who: string) =>
    `Từ ${period} ${who ? `${who} ` : ''}không so sánh với các kỳ trước`,
  page: 'Trang',
  yearBefore: 'So với cùng kỳ',
  moreIndicators: (count: number) => `… và ${formatCount(count)} chỉ số khác trong hồ sơ đơn vị`,
  nothing: '–',
  greyLines: 'Đường xám: các đơn vị khác',
  paleLines: 'Đường đỏ: chưa đạt chỉ tiêu; đường xám: các đơn vị khác',
  because: (note: string) => `: ${lowerFirst(note)}`,
  edge: 'Viền đậm: đơn vị nêu ở tiêu đề',
  minus: '(−)',
  otherPeriods: (told: string) => `* Kỳ khác: ${told}`,
  signs: '(−) Kém hơn hẳn mức chung',
  doubt: 'Lưu ý',
  forReference: (few: string) => `${upperFirst(few)}, để tham khảo`,
  firstOfEach: 'Nêu các nội dung làm đổi tỷ lệ trước; đủ danh sách ở bảng số liệu',
  inOwnArea: (period: string) => `; trong địa bàn: ${period}`,
  documentsCounted: (count: number) => `${formatCount(count)} văn bản`,
  disagreeLead: 'Tỷ lệ báo cáo ghi không khớp với số đếm: phải đối chiếu lại trước khi dùng.',
  missedToo: (names: string) => `Chưa đạt còn có: ${names}`,
  ownTarget: (names: string) => `Chỉ tiêu riêng: ${names}`,
  metOnes: (met: number, all: number, names: string) =>
    `Đạt ${formatCount(met)}/${formatCount(all)} chỉ tiêu: ${names}.`,
  groupOf: (parent: string) =>
    `Mức chung: gộp các đơn vị có số liệu cùng kỳ, không phải số ${parent} tự báo cáo`,
  facts: {
    units: 'Đơn vị có số liệu',
    documents: 'Văn bản, báo cáo làm căn cứ',
    latest: 'Kỳ số liệu mới nhất',
  },
  groupRow: 'Mức chung',
  ownReport: (kind: string) => `${kind} tự báo cáo`,
  unlike: (units: number, periods: number) =>
    `${formatCount(units)} đơn vị, ${formatCount(periods)} kỳ khác nhau: chưa so sánh với nhau`,
  weak: 'tạm tính, ước tính hoặc suy ra',
  inBrackets: 'Trong ngoặc: số lượng/tổng số, nơi ít trường hợp (dưới 30)',
  mostBehind: (name: string, count: number, all: number) =>
    `${name}: ${formatCount(count)}/${formatCount(all)} chỉ số kém hơn hẳn mức chung`,
  someBehind: (count: number) => `${formatCount(count)} đơn vị có chỉ số kém hơn hẳn mức chung`,
  visit: (names: string) => `Cần ưu tiên đến làm việc: ${names}`,
  visitFirst: (names: string) => `Cần đến trước: ${names}`,
  visitAnd: (name: string, others: number) =>
    `Cần ưu tiên đến làm việc: ${name} và ${formatCount(others)} đơn vị`,
  matter: 'Vấn đề',
  reason: 'Căn cứ',
  group: 'Mức chung',
  rank: 'Hạng',
  betterBy: (change: string) => `${change}, tốt hơn`,
  worseBy: (change: string) => `${change}, kém hơn`,
  unclearBy: (change: string, isFew: boolean) => `${change}, ${isFew ? 'ít số liệu' : 'chưa rõ'}`,
  indicator: 'Chỉ số',
  markedWeak: '* Tạm tính',
  boardOf: (count: number) => `Nêu ${formatCount(count)} chỉ tiêu có đơn vị chưa đạt`,
  ticks: 'So chỉ tiêu',
  overdue: (name: string, count: string, when: string) => `${name}: ${count}, ${when}.`,
  toCorrect: 'Kiểm tra, chỉnh sửa trước hết',
  points: 'Số nội dung',
  checksNow: (count: number, all: number) =>
    count > 0
      ? `${formatCount(count)}/${formatCount(all)} nội dung ảnh hưởng đến tỷ lệ mới nhất của đơn vị.`
      : 'Không số liệu mâu thuẫn nào làm đổi tỷ lệ của kỳ mới nhất.',
  checksLead: {
    warning: 'Cần lưu ý: số liệu dùng được, nhưng phải đọc kèm ghi chú.',
  } as Record<string, string>,
  otherUnits: (names: string) => `Còn lại: ${names}`,
  oneEach: (names: string) => `mỗi nơi 1: ${names}`,
  affects: 'Ảnh hưởng đến',
  affectsNone: 'không tỷ lệ nào',
  affectsPeriod: 'kỳ của số liệu',
  affectsMore: (count: number) => ` và ${formatCount(count)} tỷ lệ`,
  contradiction: {
    SUM_MISMATCH: (total, parts) => `ghi ${total}, các phần cộng ${parts}`,
    PART_EXCEEDS_TOTAL: (total, parts) => `tổng ghi ${total}, các phần cộng ${parts}`,
    PCT_MISMATCH: (counted, stated) => `ghi ${stated}, tính lại ${counted}`,
    LIST_COUNT_MISMATCH: (stated, counted) => `ghi ${stated}, đếm được ${counted}`,
    RECORDS_DIFFER: (stated, counted) => `ghi ${stated}, đếm hồ sơ được ${counted}`,
    INTERNAL_CONFLICT: (stated, other) => `ghi ${stated}, nơi khác ghi ${other}`,
    OPENING_MISMATCH: (closed, opened) => `cuối kỳ trước ghi ${closed}, kỳ này ghi ${opened}`,
    CUMULATIVE_FALLS: (earlier, stated) => `ghi ${stated}, kỳ ngắn hơn đã ghi ${earlier}`,
    NEGATIVE: (_, found) => `ghi số âm (${found})`,
  } as Record<string, (expected: string, found: string) => string>,
  reportOf: (when: string) => `Báo cáo ${when}`,
  document: 'Văn bản, mục',
  onlyUnits: (units: number, name: string) =>
    `${formatCount(units)} đơn vị, địa bàn khác chỉ có nội dung ${name}`,
  countOf: (name: string, count: string) => `${lowerFirst(name)} ${count}`,
  notAlike: (name: string, count: number) =>
    `${name}: ${formatCount(count)} số liệu, chưa so sánh được`,
  notAlikeWhy: (why: string) =>
    `${why ? `Khác ${why}` : 'Chưa đủ cơ sở'}, nên chỉ xem riêng từng nơi.`,
  apart: { period: 'kỳ', place: 'địa bàn', body: 'cơ quan báo cáo' },
  onlyCount: (count: number) => `Chỉ ${formatCount(count)} trường hợp`,
  allOf: (note: string) => `Tất cả số liệu trên trang: ${lowerFirst(note)}`,
  stated: 'Báo cáo ghi',
  onlyPeriod: 'mới có số liệu một kỳ',
  eachLine: 'Từng đơn vị, cùng một thang đo',
  thickLine: 'Đường đậm: đơn vị',
  behindLine: 'đỏ: chưa đạt chỉ tiêu',
  dashed: (name: string) => `nét đứt: ${lowerFirst(name)}`,
  thin: (name: string) => `đường mảnh: ${name}`,
  noTarget: 'Không có chỉ tiêu',
  silent: (names: string) => `Chưa có số liệu của các chỉ số này: ${names}`,
  fewCases: (value: string, count: number) => `${value}, chỉ ${formatCount(count)} trường hợp`,
  sides: { better: 'tốt hơn hẳn mức chung', worse: 'kém hơn hẳn mức chung' },
  overallOf: (value: string) => `Mức chung ${value}`,
  missedOwn: (missed: number, all: number) =>
    `Chưa đạt chỉ tiêu của mình: ${formatCount(missed)}/${formatCount(all)} đơn vị`,
  targetOf: (value: string) => `Chỉ tiêu ${value}`,
  remark: 'Ghi chú',
  freeze: 'Tải bản một tệp (HTML)',
  frozenFile: (title: string) => `${title}-so-lieu-chot`,
  frozen: (day: string, hash: string) => `Số liệu chốt ngày ${day} · mã gói ${hash}`,
  start: 'Trình chiếu',
  print: 'In',
};

export const template = {
  heading: 'Mẫu trang trình chiếu',
  choose: 'Chọn mẫu của cơ quan (.pptx, .potx)…',
  lead: 'Màu, phông chữ, lô-gô và nền lấy từ mẫu; số liệu và biểu đồ không đổi. Mẫu được giữ trong trình duyệt này.',
  used: (name: string) => `Đang dùng mẫu: ${name}`,
  remove: 'Bỏ mẫu',
  removed: 'Đã bỏ mẫu; tệp PowerPoint dùng mẫu chung của phần mềm.',
  kept: (name: string) => `Đã nhận mẫu ${name}.`,
  lost: (name: string) =>
    `Đã nhận mẫu ${name}, nhưng trình duyệt không cho lưu: mẫu chỉ dùng được đến khi đóng trang.`,
  fault: {
    large: 'Tệp quá lớn (trên 40 MB). Hãy xóa các trang và ảnh trong tệp mẫu, chỉ để lại bản cái.',
    encrypted:
      'Tệp đặt mật khẩu hoặc ở định dạng PowerPoint cũ (.ppt). Hãy mở bằng PowerPoint, bỏ mật khẩu và lưu lại thành .pptx hoặc .potx.',
    foreign: 'Đây không phải là tệp PowerPoint (.pptx, .potx), hoặc tệp đã hỏng.',
    layouts: 'Tệp không có bản cái hoặc bố cục trang nào để lấy làm mẫu.',
    shape:
      'Mẫu không phải khổ 16:9 (có thể là 4:3). Hãy đổi cỡ trang chiếu trong PowerPoint rồi chọn lại.',
  },
  refused: (name: string, why: string) =>
    `Chưa dùng được mẫu ${name}. ${why} Vẫn tạo được tệp PowerPoint theo mẫu đang dùng.`,
};

export const show = {
  position: (at: number, all: number) => `${formatCount(at)}/${formatCount(all)}`,
  help: '→ trang sau · ← trang trước · ↓ đơn vị sau · ↑ đơn vị trước · Enter mở số liệu · R về trang đang trình bày · Esc thoát',
  toSlide: 'Về trang trình bày',
  exit: 'Thoát trình chiếu',
  agenda: 'Các mục',
};

export const picture = {
  open: 'Tải ảnh',
  heading: 'Tải ảnh của biểu đồ hoặc bảng',
  format: 'Định dạng',
  size: 'Cỡ ảnh',
  shape: 'Khung',
  shapes: { shown: 'Như đang hiện', wide: '16:9', square: 'Vuông' } as Record<string, string>,
  save: 'Tải tệp ảnh',
  copy: 'Chép ảnh',
  copied: 'Đã chép ảnh; dán vào trang trình chiếu hoặc văn bản.',
  copyFailed: 'Trình duyệt không cho chép ảnh ở địa chỉ này; ảnh đã được tải thành tệp.',
  failed: 'Không tạo được ảnh.',
  noFont: 'Phông chữ chưa tải xong; ảnh dùng phông của máy.',
};

export const embed = {
  open: 'Nhúng',
  heading: 'Nhúng màn hình này vào trang khác',
  follow: 'Theo số liệu mới nhất',
  pinned: (period: string) => `Giữ nguyên ${period}`,
  code: 'Mã nhúng',
  copy: 'Chép',
  copied: 'Đã chép',
  needs:
    'Trang chứa cần cho phép: cùng mạng nội bộ; nếu dùng thuộc tính sandbox thì phải có allow-scripts và allow-same-origin; máy chủ không gửi X-Frame-Options: DENY.',
  full: 'Mở màn hình đầy đủ',
  close: 'Đóng',
};

/** The page that is filled in at the meeting. */
export const proposals = {
  heading: 'Dự thảo kết luận',
  lead: 'Dự thảo để cuộc họp cho ý kiến; Văn phòng theo dõi, tổng hợp kết quả.',
  sentTo: (units: string) => `Văn phòng gửi ${units}`,
  sentBy: (day: string) => `Gửi trước\u00a0${day}`,
  inYear: (year: string) => `Báo cáo 6\u00a0tháng và ${year}`,
  task: 'Việc',
  owner: 'Đơn vị',
  due: 'Thời hạn đề xuất',
  title: (count: number) => `Dự thảo kết luận: ${formatCount(count)} việc`,
  before: (period: string) => `Kỳ báo cáo ${period}`,
  by: (day: string) => `Trước\u00a0${day}`,
  open: 'Cuộc họp quyết định',
  visit: (count: number) =>
    count === 1
      ? 'Làm việc trực tiếp tại đơn vị'
      : `Làm việc trực tiếp tại ${formatCount(count)} đơn vị`,
  clear: (name: string, count: string, when: string) => `Xử lý xong ${name} (${count}, ${when})`,
  disputed: '; số đang đối chiếu',
  inform: (task: string) => `Đề nghị ${task}`,
  reach: (name: string, when: string, goal: string) => `Đạt chỉ tiêu ${name} (${when}: ${goal})`,
  ownGoal: 'riêng từng đơn vị',
  rest: (count: string) => `, các đơn vị khác (${count})`,
  adopt: (usable: number, reference: number, open: number) =>
    `Thống nhất dùng ${formatCount(usable)} tỷ lệ, tham khảo ${formatCount(reference)}; chưa dùng ${formatCount(open)} cho đến khi đối chiếu xong`,
  meeting: 'Cuộc họp',
  now: 'Tại cuộc họp',
  otherGoals: (names: string) => `Đơn vị tự khắc phục: ${names}`,
  send: (count: number) => `Gửi ${formatCount(count)} báo cáo còn thiếu`,
  update: (year: string, period: string) =>
    `Gửi số liệu năm ${year} (số mới nhất trong địa bàn: ${period})`,
  allUnits: 'Các đơn vị trong địa bàn',
  first: (point: string) => `; trước hết ${point}`,
  correct: (count: number) => `Đối chiếu, sửa ${formatCount(count)} nội dung số liệu`,
  others: (count: number) => ` và ${formatCount(count)} đơn vị`,
};
