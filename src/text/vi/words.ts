/** Every word of the interface in Vietnamese, in the official register. A second language has the same keys. */

import type { Severity } from '../../model/issue.ts';
import type { Absence, Kind, Status } from '../../model/observation.ts';
import { lowerFirst } from '../letter-case.ts';
import { checks, decision, letter, repair } from './checks.ts';
import { embed, picture, present, show } from './present.ts';
import { problemRemedy, problemText } from './problem.ts';
import { fresh, system } from './system.ts';

export const vi = {
  app: {
    title: 'Bảng theo dõi công tác dân vận và dân chủ ở cơ sở',
    skip: 'Chuyển đến nội dung chính',
    package: 'Gói số liệu',
    views: 'Các màn hình',
    synthetic: 'Số liệu mô phỏng',
    syntheticNote: 'Số liệu mô phỏng: đơn vị và con số đều do máy sinh ra, chỉ để giới thiệu.',
    created: (day: string) => `Gói lập ngày ${day}`,
  },
  view: {
    overview: 'Tổng quan',
    compare: 'So sánh',
    trend: 'Diễn biến',
    unit: 'Hồ sơ đơn vị',
    table: 'Số liệu',
    checks: 'Kiểm tra số liệu',
    import: 'Nhập số liệu',
    present: 'Trình chiếu',
    system: 'Hệ thống',
  },
  loading: {
    engine: (percent: string) => `Đang tải bộ máy tính toán… ${percent}`,
    starting: 'Đang khởi động bộ máy tính toán…',
    package: (percent: string) => `Đang tải gói số liệu… ${percent}`,
    preparing: 'Đang kiểm tra và tính các chỉ số…',
    silent: (files: string) =>
      `Đã 20 giây chưa nhận được gì từ máy chủ hoặc tiến trình của: ${files}. Trang vẫn đang chờ. Nếu kéo dài: kiểm tra mạng nội bộ; đề nghị cán bộ công nghệ thông tin xem máy chủ còn trả lời không và tệp này có bị rỗng, chép dở hay không.`,
    answer: 'Đang tính…',
    screen: 'Đang tải màn hình…',
  },
  failure: {
    heading: 'Chưa mở được số liệu',
    retry: 'Thử lại',
    openDefault: 'Mở gói mặc định',
    engineFetch:
      'Không tải được bộ máy tính toán từ máy chủ. Kiểm tra kết nối mạng nội bộ, rồi bấm “Thử lại”.',
    engineMissing:
      'Máy chủ không có tệp này của phần mềm. Đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm (cả thư mục “engine”), rồi bấm “Thử lại”.',
    engineServer:
      'Máy chủ gặp lỗi khi đưa tệp này của phần mềm. Đề nghị cán bộ công nghệ thông tin kiểm tra nhật ký lỗi của máy chủ, rồi bấm “Thử lại”.',
    enginePolicy: (rule: string) =>
      `Máy chủ cấm tệp này của phần mềm (quy tắc “${rule}” trong Content-Security-Policy). Đề nghị cán bộ công nghệ thông tin cho phép “'self'” và “blob:” tại quy tắc này.`,
    engineLogin:
      'Máy chủ yêu cầu đăng nhập nên không đưa tệp này của phần mềm. Đăng nhập vào máy chủ (mở lại trang này trong thẻ mới), rồi bấm “Thử lại”.',
    engineForbidden:
      'Máy chủ không cho phép đọc tệp này của phần mềm. Đề nghị cán bộ công nghệ thông tin cấp quyền đọc, rồi bấm “Thử lại”.',
    engineNotWasm:
      'Máy chủ trả về nội dung khác thay cho tệp này của phần mềm (thư mục “engine”), hoặc tệp bị hỏng. Đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.',
    engineDamaged:
      'Tệp này của phần mềm bị hỏng hoặc không cùng phiên bản với các tệp khác. Đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm, rồi bấm “Thử lại”.',
    engineInstantiate:
      'Trình duyệt không khởi động được bộ máy tính toán. Trình duyệt có thể quá cũ, hoặc máy chủ cấm WebAssembly (thiếu “wasm-unsafe-eval” trong Content-Security-Policy).',
    engineTimeout:
      'Quá thời gian chờ khi tải bộ máy tính toán. Kiểm tra mạng nội bộ, rồi bấm “Thử lại”.',
    engineDead:
      'Bộ máy tính toán dừng đột ngột và không khởi động lại được. Bấm “Thử lại”; nếu vẫn lỗi, hãy mở gói nhỏ hơn.',
    query: (message: string) => `Không tính được màn hình này. Chi tiết để báo lỗi: ${message}`,
    config: 'Không đọc được tệp cấu hình “config.json”; đang dùng cấu hình mặc định.',
    view: 'Màn hình này gặp lỗi. Các màn hình khác vẫn dùng được.',
    viewFile:
      'Không tải được một tệp của phần mềm (thư mục “assets”) để vẽ màn hình này: mạng gián đoạn, hoặc máy chủ thiếu tệp. Tải lại trang; nếu vẫn lỗi, đề nghị cán bộ công nghệ thông tin chép lại đầy đủ thư mục phần mềm.',
    reload: 'Tải lại trang',
  },
  restarted: 'Bộ máy tính toán vừa dừng và đã được khởi động lại; số liệu đã được nạp lại.',
  control: {
    indicator: 'Chỉ số',
    period: 'Kỳ báo cáo',
    latest: 'Kỳ gần nhất của từng đơn vị',
    grain: 'Loại kỳ',
    breakdown: 'Phân tổ theo',
    noBreakdown: 'Không phân tổ',
    category: 'Mục',
    allCategories: 'Tất cả các mục',
    units: 'Đơn vị',
    unit: 'Đơn vị',
    allUnits: 'Tất cả đơn vị',
    allPeriods: 'Tất cả các kỳ',
    body: 'Cơ quan',
    allBodies: 'Tất cả cơ quan',
    search: 'Tìm',
    searchUnits: 'Tìm đơn vị',
    searchHint: 'Ví dụ: pho hoa',
    clear: 'Xóa',
    remove: (name: string) => `Bỏ ${name}`,
    noMatch: 'Không có mục nào khớp',
    groupIndicators: 'Chỉ số',
    groupMeasures: 'Đại lượng',
    under: (name: string) => `Trong phạm vi ${name}`,
    onlyUnits: (names: string, more: number) =>
      `Chỉ xem: ${names}${more > 0 ? ` và ${more} đơn vị khác` : ''}`,
    everywhere: 'Bỏ giới hạn phạm vi',
    choose: 'Chọn',
    tolerance: 'Kỳ thiếu số liệu',
    periodsBack: (n: number) => (n === 0 ? 'Để trống' : `Lấy số của tối đa ${n} kỳ trước`),
  },
  grain: {
    any: 'Mọi loại kỳ',
    month: 'Tháng',
    quarter: 'Quý',
    half: '6 tháng',
    nine_months: '9 tháng',
    year: 'Năm',
    day: 'Ngày',
    span: 'Khoảng thời gian',
  },
  chart: {
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
    groupTotal: (value: string, counts: string, units: number, expected: number) =>
      `Chung của nhóm: ${value}${counts ? ` (${counts})` : ''}; ${units}/${expected} đơn vị đã báo cáo`,
    groupSum: (value: string, _counts: string, units: number, expected: number) =>
      `Cộng các đơn vị: ${value}; ${units}/${expected} đơn vị đã báo cáo`,
    ownReport: (parent: string, value: string) => `Báo cáo của ${parent}: ${value}`,
    noData: (count: number) => `Chưa có trong gói số liệu (${count} đơn vị): `,
    onlyBelow: (count: number) =>
      `Không tự báo cáo, có số liệu của đơn vị trực thuộc (${count} đơn vị): `,
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
      `Biểu đồ vẽ ${shown} trên ${all} chuỗi; chọn đơn vị để xem chuỗi khác. Bảng và tệp tải về có đủ.`,
  },
  unit: {
    pick: 'Chọn một đơn vị để xem hồ sơ.',
    parent: 'Thuộc',
    children: 'Đơn vị trực thuộc',
    compareChildren: 'So sánh các đơn vị trực thuộc',
    history: 'Thay đổi địa giới, tên gọi',
    code: (code: string) => `Mã hành chính ${code}`,
    indicators: 'Chỉ số',
    documents: 'Văn bản',
    documentSays: (n: number) => `${n} số liệu trong văn bản`,
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
  column: {
    unit: 'Đơn vị',
    body: 'Cơ quan',
    indicator: 'Chỉ số, đại lượng',
    group: 'Nhóm',
    period: 'Kỳ',
    breakdown: 'Phân tổ',
    category: 'Mục',
    kind: 'Loại số',
    value: 'Giá trị',
    numerator: 'Tử số',
    denominator: 'Mẫu số',
    reported: 'Báo cáo ghi',
    status: 'Tình trạng',
    asOf: 'Tính đến ngày',
    flags: 'Lưu ý',
    source: 'Văn bản',
    locator: 'Mục trong văn bản',
  },
  exportColumn: {
    unit: 'Mã đơn vị',
    indicator: 'Mã chỉ số',
    bound: 'Dấu so sánh của số ghi',
  },
  origin: {
    heading: 'Nguồn gốc con số',
    close: 'Đóng',
    reported: 'Văn bản ghi',
    statements: 'Số liệu gốc',
    noStatement: 'Không có trong văn bản nào',
    optional: 'nếu có',
    printed: 'Ghi trong văn bản',
    place: 'Nơi ghi',
    section: (locator: string) => `mục ${locator}`,
    file: (file: string, line: number) => `${file}, dòng ${line}`,
    breakdown: (name: string) => `Chia theo ${lowerFirst(name)}`,
    issues: 'Điều cần lưu ý',
    inside: 'Các kỳ ngắn hơn',
    around: 'Các kỳ dài hơn',
    before: 'Cùng kỳ năm trước',
    derivedOver: 'suy ra từ',
    above: 'Cùng chỉ số ở đơn vị cấp trên',
    below: 'Cùng chỉ số ở các đơn vị trực thuộc',
    definition: 'Định nghĩa',
    basis: 'Căn cứ',
    missing: 'Gói số liệu không có con số này.',
    signed: (day: string) => `ký ngày ${day}`,
    unsigned: 'không ghi ngày ký',
    asOf: (day: string) => `tính đến ngày ${day}`,
    role: {
      numerator: 'Tử số',
      denominator: 'Mẫu số',
      reported: 'Tỷ lệ văn bản ghi',
      value: 'Số liệu',
    },
    compare: 'So sánh các đơn vị',
    trend: 'Xem diễn biến',
    computed: (value: string) => `Tính lại từ số đếm: ${value}`,
    stale: (period: string) => `số của ${lowerFirst(period)}`,
  },
  overview: {
    heading: 'Tổng quan',
    tiles: 'Việc cần chú ý',
    tilePeriod: (period: string, units: number, expected: number) =>
      `${period} · ${units}/${expected} đơn vị có số liệu`,
    notReceived: 'Báo cáo chưa nhận được',
    notReceivedNote: (names: string) => names || 'Không có báo cáo quá hạn.',
    errors: 'Điều cần kiểm tra trong số liệu',
    errorsNote: (units: number) => `ở ${units} đơn vị`,
    most: (list: string) => `Nhiều nhất: ${list}`,
    mostOf: (unit: string, count: string) => `nhiều nhất ${unit}: ${count}`,
    others2: (n: number) => `và ${n} đơn vị khác`,
    lead: (units: number, documents: number, figures: string) =>
      `${units} đơn vị có số liệu · ${documents} văn bản · ${figures} con số`,
    more: (count: number) => `${count} chỉ số khác chỉ một đơn vị có`,
    unit: 'Đơn vị',
    caption: 'Các chỉ số chính theo đơn vị, kỳ gần nhất',
    toCheck: 'Cần kiểm tra',
    others: 'Chỉ số khác',
    limited: (shown: number, all: number) =>
      `Đang hiện ${shown} trên ${all} đơn vị; chọn phạm vi hẹp hơn hoặc mở màn hình “Số liệu” để xem đủ.`,
    issues: (n: number) => `${n} điều`,
  },
  level: {
    province: 'Cấp tỉnh',
    district: 'Cấp huyện',
    commune: 'Cấp xã',
    neighbourhood: 'Thôn, tổ dân phố',
  } as Record<string, string>,
  absence: {
    NOT_REPORTED: 'chưa báo cáo',
    NOT_APPLICABLE: 'không áp dụng',
    SUPPRESSED: 'không công bố',
    NOTHING_AROSE: 'không phát sinh',
    NO_UNIT: 'đơn vị chưa thành lập hoặc đã giải thể',
    NOT_COMPUTABLE: 'không tính được',
    NO_DATA: 'chưa có trong gói số liệu',
  } satisfies Record<Absence, string>,
  glyph: {
    NOT_REPORTED: '!',
    NOT_APPLICABLE: '–',
    SUPPRESSED: '***',
    NOTHING_AROSE: '0/0',
    NO_UNIT: '×',
    NOT_COMPUTABLE: '?',
    NO_DATA: '…',
  } satisfies Record<Absence, string>,
  status: {
    A: 'chính thức',
    P: 'tạm tính',
    E: 'người đọc đếm hoặc suy ra',
    B: 'ngắt chuỗi số liệu',
    D: 'định nghĩa khác',
    U: 'chưa đủ tin cậy',
    O: 'chưa báo cáo',
    M: 'không áp dụng',
    Q: 'không công bố',
  } satisfies Record<Status, string>,
  lessThan: (n: string) => `ít hơn ${n}`,
  denominatorDiffers: 'mẫu số khác định nghĩa',
  atLeast: (value: string) => `ít nhất ${value}`,
  bound: {
    '>': (value: string) => `trên ${value}`,
    '>=': (value: string) => `từ ${value} trở lên`,
    '<': (value: string) => `dưới ${value}`,
    '<=': (value: string) => `không quá ${value}`,
    '~': (value: string) => `khoảng ${value}`,
  },
  kind: {
    '': 'kết quả',
    target: 'chỉ tiêu',
    registered: 'đăng ký',
    norm: 'định mức',
  } satisfies Record<Kind, string>,
  severity: {
    error: 'cần kiểm tra',
    warning: 'cần lưu ý',
    info: 'để biết',
  } satisfies Record<Severity, string>,
  code: {
    SUM_MISMATCH: 'tổng và các phần chưa khớp',
    PCT_MISMATCH: 'tỷ lệ ghi chưa khớp với số đếm',
    LIST_COUNT_MISMATCH: 'số ghi khác số đếm được trong danh sách',
    INTERNAL_CONFLICT: 'hai nơi trong văn bản chưa thống nhất',
    BAD_DATE: 'ngày, tháng cần kiểm tra',
    DOUBLE_LISTED: 'một mục được kê hai lần',
    PART_EXCEEDS_TOTAL: 'phần lớn hơn tổng',
    NEGATIVE: 'số âm',
    OPENING_MISMATCH: 'số đầu kỳ khác số cuối kỳ trước',
    CUMULATIVE_FALLS: 'số lũy kế giảm',
    OVER_100: 'tỷ lệ vượt 100%',
    STALE_COPY: 'nội dung hoặc số liệu thuộc thời gian khác',
    MISLABELLED: 'tên gọi hoặc ký hiệu chưa đúng với nội dung',
    TARGET_NOT_ACTUAL: 'là chỉ tiêu hoặc đăng ký, không phải kết quả',
    FUTURE_REFERENCE: 'dẫn văn bản ban hành sau ngày ký',
    PERIOD_INCOMPLETE: 'số liệu chưa trọn kỳ báo cáo',
    UNIT_NAME_OCR: 'tên đơn vị có thể sai do nhận dạng chữ',
    PCT_TRUNCATED: 'tỷ lệ bị cắt bớt chữ số, không làm tròn',
    DUPLICATE_STATEMENT: 'ghi nhiều lần, số giống nhau',
    REVISED: 'đã được văn bản sau điều chỉnh',
    PART_MISSING: 'thiếu một phần không bắt buộc',
    DERIVED: 'suy ra từ các số đã ghi',
    NO_DENOMINATOR: 'chỉ có tỷ lệ, không có số đếm',
    SMALL_N: 'ít trường hợp (dưới 30), tỷ lệ dễ dao động',
    NEAR_NAME: 'tên gần giống đơn vị khác',
  } as Record<string, string>,
  issue: {
    reader: 'người đọc ghi nhận',
    SUM_MISMATCH: (total: string, parts: string) =>
      `Tổng ghi ${total}, các phần cộng lại được ${parts}.`,
    PART_EXCEEDS_TOTAL: (total: string, parts: string) =>
      `Tổng ghi ${total}, riêng các phần đã ghi cộng lại được ${parts}.`,
    PART_MISSING: (total: string, parts: string) =>
      `Tổng ghi ${total}, các phần đã ghi cộng lại được ${parts}; phần chênh có thể là mục chưa ghi.`,
    PCT_MISMATCH: (computed: string, reported: string) =>
      `Văn bản ghi ${reported}, tính từ số đếm được ${computed}.`,
    PCT_TRUNCATED: (computed: string, reported: string) =>
      `Văn bản ghi ${reported}; tính từ số đếm được ${computed}, chữ số cuối bị cắt chứ không làm tròn.`,
    LIST_COUNT_MISMATCH: (printed: string, counted: string) =>
      `Văn bản ghi ${printed}, đếm trong danh sách được ${counted}.`,
    INTERNAL_CONFLICT: (first: string, other: string) =>
      `Một nơi ghi ${first}, nơi khác ghi ${other}; đang hiện số ghi trước.`,
    DUPLICATE_STATEMENT: (value: string) =>
      `Cùng một số (${value}) được ghi ở nhiều nơi; chỉ tính một lần.`,
    REVISED: (latest: string, old: string) =>
      `Các văn bản ghi khác nhau: ${latest} và ${old}; đang hiện ${latest}.`,
    sameDay: (shown: string, other: string) =>
      `Cùng tính đến một ngày, nơi này ghi ${shown}, nơi khác ghi ${other}.`,
    hidden: 'Các nơi ghi khác nhau; số không được công bố.',
    SAME_NAME: (other: string) => `Trùng tên với một đơn vị khác (${other}); là hai đơn vị riêng.`,
    identity: (name: string) => `Quy tắc cộng: ${name}.`,
    OPENING_MISMATCH: (closed: string, opened: string) =>
      `Cuối kỳ trước ghi ${closed}, đầu kỳ này ghi ${opened}.`,
    CUMULATIVE_FALLS: (inner: string, found: string) =>
      `Kỳ này ghi ${found}, nhỏ hơn ${inner} đã ghi cho một kỳ nằm trong đó.`,
    NEGATIVE: (found: string) => `Ghi ${found}; đại lượng này không thể nhỏ hơn 0.`,
    OVER_100: (found: string) => `Ghi ${found}, vượt quá 100%.`,
    OVER_100_COMPUTED: (found: string) => `Tính từ số đếm được ${found}, vượt quá 100%.`,
    SMALL_N: (n: string) =>
      `Mẫu số là ${n}, dưới 30 trường hợp: thêm bớt một trường hợp đã đổi tỷ lệ nhiều.`,
    NO_DENOMINATOR: (found: string) =>
      `Văn bản chỉ ghi tỷ lệ ${found}, không có số đếm để tính lại.`,
    STALE_COPY: (n: string, earlier: string) =>
      `Cả ${n} số phát sinh trùng với ${earlier}; có thể đã chép lại báo cáo của kỳ trước.`,
    NEAR_NAME: (other: string) => `Tên gần giống ${other}; là hai đơn vị riêng, không gộp.`,
    PERIOD_INCOMPLETE: (signed: string, end: string) =>
      `Văn bản ký ngày ${signed}, trước khi kỳ báo cáo kết thúc (${end}): số liệu chưa trọn kỳ.`,
    badDay: {
      printed: 'Ngày ghi trong văn bản không có trong lịch, hoặc ngày cuối đứng trước ngày đầu.',
      as_of: (asOf: string, signed: string) =>
        `Số liệu tính đến ${asOf}, không nằm trong khoảng từ đầu kỳ đến ngày ký (${signed}).`,
      received: (received: string, signed: string) =>
        `Ghi nhận ngày ${received}, trước ngày ký ${signed}.`,
      signed: (signed: string, start: string) =>
        `Văn bản ký ngày ${signed}, trước khi kỳ báo cáo bắt đầu (${start}).`,
      notYet: (signed: string) => `Ngày ký ghi là ${signed}, ngày đó chưa tới.`,
      refused: (column: string, text: string) =>
        column === 'period'
          ? `Kỳ báo cáo của văn bản ghi “${text}” (cột “period”): không phải là một kỳ có thật.`
          : `Văn bản ghi ${DATE_NAMES[column] ?? 'ngày'} “${text}” (cột “${column}”): không có ngày này trong lịch, hoặc không viết dạng năm-tháng-ngày.`,
    },
    FUTURE_REFERENCE: (signed: string) => `Nội dung dẫn đến một ngày sau ngày ký (${signed}).`,
  },
  sentence: {
    one: (name: string, value: string, counts: string) =>
      `${name}: ${value}${counts ? ` (${counts})` : ''}`,
    overall: (value: string, counts: string) => `Chung ${value}${counts ? ` (${counts})` : ''}`,
    total: (total: string) => `Cộng các đơn vị: ${total}`,
    all: (value: string) => `Các đơn vị đều ${value}`,
    alike: (value: string, counts: string) =>
      `Chung ${value}${counts ? ` (${counts})` : ''}; chưa đơn vị nào khác rõ mức chung`,
    apart: (side: 'lower' | 'higher', value: string, counts: string, names: string) =>
      `${side === 'lower' ? 'Thấp' : 'Cao'} hơn mức chung ${value}${counts ? ` (${counts})` : ''}: ${names}`,
    also: (side: 'lower' | 'higher', names: string) =>
      `${side === 'lower' ? 'thấp' : 'cao'} hơn: ${names}`,
    others: (count: number) => `và ${count} đơn vị khác`,
    sum: (total: string, name: string, value: string) =>
      `Cộng các đơn vị: ${total}; nhiều nhất là ${name} (${value})`,
    range: (low: string, high: string) => `Từ ${low} đến ${high}`,
    scope: (reported: number, expected: number, period: string) =>
      `${reported}/${expected} đơn vị đã báo cáo, ${period}`,
    caveat: (words: string) => `Lưu ý: ${words}`,
    errors: (count: number) => `${count} số cần kiểm tra`,
    weak: (count: number) => `${count} số tạm tính, ước tính hoặc khác định nghĩa`,
    small: (count: number) => `${count} đơn vị có dưới 30 trường hợp`,
    lines: (units: number, periods: number) => `${units} đơn vị qua ${periods} kỳ`,
    now: (name: string, value: string, counts: string, period: string) =>
      `${name}: ${value}${counts ? ` (${counts})` : ''}, ${period}`,
    sinceLastYear: (change: string) => `${change} so với cùng kỳ năm trước`,
    few: (more: number) => `Cần thêm ${more} kỳ cùng loại mới nói được xu hướng`,
    open: (count: number) => `Qua ${count} kỳ cùng loại, chưa kết luận được xu hướng`,
    goes: (direction: 'up' | 'down', names: string) =>
      `Xu hướng ${direction === 'up' ? 'tăng' : 'giảm'} (cùng loại kỳ qua các năm): ${names}`,
    went: (direction: 'up' | 'down', name: string, from: string, to: string) =>
      `${name} (từ ${from} ${direction === 'up' ? 'lên' : 'xuống'} ${to})`,
    othersGo: (direction: 'up' | 'down', count: number) =>
      `${count} đơn vị có xu hướng ${direction === 'up' ? 'giảm' : 'tăng'}`,
    trend: (direction: 'up' | 'down', from: string, since: string, count: number) =>
      `Xu hướng ${direction === 'up' ? 'tăng' : 'giảm'} qua ${count} kỳ cùng loại, từ ${from} (${since})`,
  },
  checks,
  decision,
  repair,
  letter,
  present,
  show,
  picture,
  embed,
  system,
  fresh,
  notice: {
    heading: 'Thông báo khi nạp số liệu',
    summary: (rows: number, notes: number) =>
      [
        rows > 0 ? `${rows} dòng được để riêng, chưa tính vào số liệu` : '',
        notes > 0 ? `${notes} ghi chú` : '',
      ]
        .filter(Boolean)
        .join('; '),
    file: 'Tệp',
    line: 'Dòng',
    column: 'Cột',
    what: 'Nội dung',
    remedy: 'Cách xử lý',
    more: (count: number) => `… và ${count} dòng khác cùng loại`,
    download: 'Tải danh sách (CSV)',
    show: 'Xem danh sách',
    hide: 'Thu gọn',
  },
  param: {
    invalid: (name: string, value: string) =>
      `Tham số “${name}” trong đường dẫn có giá trị không dùng được: “${value}”. Đang dùng giá trị mặc định.`,
    unknown: (name: string, value: string) =>
      `Gói số liệu này không có ${name} “${value}”. Đang dùng giá trị mặc định.`,
    notYet: (view: string) =>
      `Màn hình “${view}” chưa có trong phiên bản này; đang mở màn hình tổng quan.`,
    names: {
      indicator: 'chỉ số',
      unit: 'đơn vị',
      under: 'đơn vị',
      period: 'kỳ',
      breakdown: 'cách phân tổ',
      category: 'mục',
      body: 'cơ quan',
      source: 'văn bản',
      peers: 'đơn vị',
      open: 'con số',
    } as Record<string, string>,
  },
  problem: {
    what: problemText,
    remedy: problemRemedy,
    effect: {
      stop: 'dừng nạp',
      row: 'để riêng dòng',
      cell: 'bỏ trống ô',
      warning: 'cảnh báo',
      note: 'ghi chú',
    },
  },
};

const DATE_NAMES: Readonly<Record<string, string>> = {
  signed_on: 'ngày ký',
  due_on: 'ngày phải nộp',
  received_on: 'ngày nhận',
};

/** What every language has. */
export type Words = typeof vi;
