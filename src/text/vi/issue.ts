/** Words about issues: codes, severities, and the sentence that explains each. */
import type { Severity } from '../../model/issue.ts';

export const issueWords = {
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
    RECORDS_DIFFER: 'báo cáo khác số đếm từ hồ sơ',
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
    RECORDS_DIFFER: (reported: string, counted: string) =>
      `Báo cáo ghi ${reported}, đếm từng hồ sơ được ${counted}.`,
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
};

const DATE_NAMES: Readonly<Record<string, string>> = {
  signed_on: 'ngày ký',
  due_on: 'ngày phải nộp',
  received_on: 'ngày nhận',
};
