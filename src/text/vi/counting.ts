/** Words of what is counted: which records make up a figure. */

export const countingWords = {
  counted: (kind: string, rule: string) => `Đếm từ ${kind}: ${rule}.`,
  added: (kind: string, column: string, rule: string) =>
    `Cộng cột “${column}” của ${kind}: ${rule}.`,
  flow: (event: string) => `có “${event}” trong kỳ`,
  stock: (event: string) => `có “${event}” từ cuối kỳ trở về trước`,
  opening: (event: string) => `có “${event}” trước kỳ`,
  until: (until: string) => `khi đó chưa có “${until}”`,
  load: (flow: string, opening: string) => `${flow}, hoặc chuyển từ kỳ trước sang (${opening})`,
  end: 'ngày cuối kỳ',
  among: (column: string, values: string) => `“${column}” là ${values}`,
  not: (column: string, values: string) => `“${column}” không phải là ${values}`,
  day: {
    '=': (column: string, day: string) => `“${column}” đúng vào ${day}`,
    '<': (column: string, day: string) => `“${column}” trước ${day}`,
    '<=': (column: string, day: string) => `“${column}” không sau ${day}`,
    '>': (column: string, day: string) => `“${column}” sau ${day}`,
    '>=': (column: string, day: string) => `“${column}” không trước ${day}`,
  },
  orMissing: (condition: string) => `${condition} hoặc để trống`,
  given: (column: string) => `có ghi “${column}”`,
  missing: (column: string) => `không ghi “${column}”`,
  or: ' hoặc ',
};
